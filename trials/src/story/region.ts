import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, Place } from './world.js';

/** The places of one run: counties that exist are used, schools are new each time. */
export interface Region {
  readonly city: Place;
  readonly counties: readonly [Place, Place];
  readonly school: Place;
  readonly sibling: Place;
  readonly farSchool: Place;
  readonly citySchool: Place;
  readonly centralSchool: Place;
  readonly teachingPoints: readonly [Place, Place];
}

/** Makes the region below the administrator's city, by the administrator's own calls. */
export async function makeRegion(admin: Api, run: string): Promise<Region> {
  const city = placeOf((await must(admin.get(`/organisations/${admin.organisation}`), 200)).body);
  const { divisionCode } = (await admin.get(`/organisations/${city.id}`)).body as { divisionCode: string };
  const [near, far] = divisionsBelow(divisionCode);
  if (!near || !far) throw new Error(`the story needs a city with two counties; ${city.name} has none in the table of division codes`);
  const counties = [await county(admin, city, near), await county(admin, city, far)] as const;

  const school = (parent: Place, name: string, kind = 'school', code = near.code) =>
    register(
      admin,
      { parent: parent.id, kind, name: `${name} ${run}`, divisionCode: code, schoolType: '211' },
      `21${divisionCode.slice(0, 2)}`,
    );
  const centralSchool = await school(counties[0], '中心小学', 'centralSchool');
  const point = (name: string) =>
    register(admin, {
      parent: centralSchool.id,
      kind: 'teachingPoint',
      name: `${name} ${run}`,
      divisionCode: near.code,
      schoolType: '218',
    });
  return {
    city,
    counties,
    school: await school(counties[0], '第一小学'),
    sibling: await school(counties[0], '第二小学'),
    farSchool: await school(counties[1], '邻县小学', 'school', far.code),
    citySchool: await school(city, '市直小学'),
    centralSchool,
    teachingPoints: [await point('东坑教学点'), await point('石溪教学点')],
  };
}

interface Division {
  readonly code: string;
  readonly name: string;
}

/** The counties of a city that exist today, from the table of division codes the platform itself uses. */
function divisionsBelow(city: string): Division[] {
  const file = join(import.meta.dirname, '../../../services/identity/data/divisions.csv');
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = heading.split(',');
  return lines
    .map((line) => Object.fromEntries(line.split(',').map((cell, index) => [columns[index], cell])) as Record<string, string | undefined>)
    .filter((row) => row['level'] === 'county' && row['code']?.startsWith(city.slice(0, 4)) && !row['valid_to'])
    .map((row) => ({ code: row['code']!, name: row['name']! }));
}

async function county(admin: Api, city: Place, { code, name }: Division): Promise<Place> {
  const found = await must(admin.get('/organisations', { query: { divisionCode: code, kind: 'county', below: city.id } }), 200);
  const [existing] = found.body.items as Place[];
  if (existing) return placeOf(existing);
  return register(admin, { parent: city.id, kind: 'county', name: `${name}教育体育局`, divisionCode: code });
}

/** Registers an organisation; a school gets a code nobody has, below the given prefix (category and province). */
async function register(admin: Api, organisation: Record<string, unknown>, codePrefix?: string): Promise<Place> {
  for (let attempt = 0; ; attempt++) {
    const schoolCode = codePrefix && `${codePrefix}${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
    const answer = await admin.post('/organisations', { ...organisation, ...(schoolCode && { schoolCode }) });
    if (answer.status === 201) return placeOf(answer.body);
    if (answer.body?.code !== 'code.taken' || attempt === 5)
      throw new Error(`registering ${String(organisation['name'])} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

const placeOf = ({ id, name }: Place): Place => ({ id, name });

async function must<A extends { status: number; body: unknown }>(asked: Promise<A>, status: number): Promise<A> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
