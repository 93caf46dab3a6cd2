import { scopes, type OrganisationCopy, type OrganisationKind, type SelectionCopy } from '@lianxue/contracts';
import { newId, TreeCopy } from '@lianxue/persistence';
import pg from 'pg';

/** A test's own region: ids of its organisations by what they are (every right can be told apart with these), and its copies. */
export interface Region {
  readonly organisations: readonly OrganisationCopy[];
  /** `lianxue-console` at the root, for everything. */
  readonly selections: readonly SelectionCopy[];
  readonly city: string;
  readonly county: string;
  readonly neighbourCounty: string;
  readonly school: string;
  /** Beside `school`, below the same county. */
  readonly sibling: string;
  /** Below `neighbourCounty`. */
  readonly farSchool: string;
  /** 市直属: directly below the city. */
  readonly citySchool: string;
  readonly centralSchool: string;
  readonly teachingPoint: string;
  readonly secondTeachingPoint: string;
  readonly vendor: string;
}

type Named = Exclude<keyof Region, 'organisations' | 'selections'>;

const layout: readonly (readonly [Named, Named | null, OrganisationKind, string, string | null])[] = [
  ['city', null, 'city', '抚州市教育局', '361000'],
  ['county', 'city', 'county', '临川区教育局', '361002'],
  ['neighbourCounty', 'city', 'county', '东乡区教育局', '361003'],
  ['school', 'county', 'school', '第一小学', '361002'],
  ['sibling', 'county', 'school', '第二小学', '361002'],
  ['farSchool', 'neighbourCounty', 'school', '东乡小学', '361003'],
  ['citySchool', 'city', 'school', '市第一中学', '361002'],
  ['centralSchool', 'county', 'centralSchool', '云山中心小学', '361002'],
  ['teachingPoint', 'centralSchool', 'teachingPoint', '东坑教学点', '361002'],
  ['secondTeachingPoint', 'centralSchool', 'teachingPoint', '石溪教学点', '361002'],
  ['vendor', 'city', 'vendor', '启智科技', null],
];

export function region(): Region {
  const ids = Object.fromEntries(layout.map(([key]) => [key, newId()])) as Record<Named, string>;
  const organisations = layout.map(([key, parent, kind, name, divisionCode]) => ({
    id: ids[key],
    parent: parent && ids[parent],
    version: 1,
    kind,
    name,
    divisionCode,
    closed: false,
  }));
  return { ...ids, organisations, selections: [selection('lianxue-console', ids.city)] };
}

/** That an app is selected at an organisation, for every scope unless said. */
export const selection = (client: string, organisation: string, granted: readonly string[] = Object.keys(scopes)): SelectionCopy => ({
  id: newId(),
  client,
  organisation,
  scopes: granted,
  version: 1,
  active: true,
  until: null,
});

/** Plants copies into one service's own tree. */
export async function plant(serviceUrl: string, { organisations = [], selections = [] }: Partial<Region>): Promise<void> {
  const client = new pg.Client({ connectionString: serviceUrl });
  await client.connect();
  const tree = new TreeCopy();
  const statements = {
    query: async <R>(text: string, values?: readonly unknown[]) => (await client.query(text, values as unknown[])).rows as R[],
  };
  try {
    await client.query('begin');
    for (const organisation of organisations) await tree.keepOrganisation(organisation, statements);
    for (const each of selections) await tree.keepSelection(each, statements);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
