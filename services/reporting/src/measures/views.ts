import {
  actingOrganisation,
  measureCatalogue,
  type Call,
  type Measure,
  type MeasureCode,
  type MeasureGroup,
  type MeasureView,
  type Role,
} from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { authorityKinds } from '../submissions/chain.js';

/** Roles that have a view of their own, wherever they are held. */
const views: Partial<Readonly<Record<Role | 'anyone', MeasureView>>> = {
  ...{ teacher: 'teacher', homeroomTeacher: 'teacher', guardian: 'guardian', vendor: 'vendor', anyone: 'public' },
};

/** In which view a caller reads: by their role, or by whether a bureau or a school is what they act for. */
export async function viewOf({ caller }: Pick<Call, 'caller'>, store: Store): Promise<MeasureView> {
  const view = views[caller.role];
  if (view) return view;
  const [acting] = await store.read<{ kind: string }>(sql`select kind from organisation where id = ${actingOrganisation(caller)}`);
  if (acting?.kind === 'vendor') return 'vendor';
  return acting && authorityKinds.includes(acting.kind) ? 'bureau' : 'school';
}

/** Below a school a teacher or a guardian has no organisations of their own. */
export const mayGroup = (view: MeasureView, group: MeasureGroup): boolean =>
  group !== 'organisation' || (view !== 'teacher' && view !== 'guardian');

/** Whether this organisation may be read about: what lies below the acting one; a teacher, a guardian and a vendor, their own alone. */
export async function mayRead(organisation: string, view: MeasureView, call: Call, store: Store): Promise<boolean> {
  if (view === 'bureau' || view === 'school') return store.reaches(organisation, call);
  if (organisation !== call.caller.organisation) return false;
  const reach = await store.reachOf({ reach: { organisation: 'id', handedDown: 'true' } }, call);
  return (await store.read(sql`select 1 from organisation t where t.id = ${organisation}::uuid and ${reach}`)).length > 0;
}

/** The measure as readers are told of it; undefined where there is none or it is not for this view. */
export function measureFor(code: string, view: MeasureView): Measure | undefined {
  if (!isMeasure(code)) return undefined;
  const measure = measureOf(code);
  return measure.views.includes(view) ? measure : undefined;
}

function measureOf(code: MeasureCode): Measure {
  const { zh, en, unit, kind, counts, dimension, direction, service, definition, views: readers } = measureCatalogue[code];
  return {
    ...{ code, name: zh, nameEn: en, unit, kind, service, definition },
    counts: counts ?? 'things',
    dimension: dimension ?? null,
    direction: direction ?? 'neutral',
    views: [...readers],
  };
}

const isMeasure = (code: string): code is MeasureCode => Object.hasOwn(measureCatalogue, code);
