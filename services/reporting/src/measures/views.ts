import { actingOrganisation, measureCatalogue, type Caller, type Measure, type MeasureCode, type MeasureView } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { authorityKinds } from '../submissions/chain.js';

/** In which view a caller reads: a bureau's people what lies below it, a school's their school. */
export async function viewOf({ caller }: { readonly caller: Caller }, store: Store): Promise<MeasureView> {
  const [acting] = await store.read<{ kind: string }>(sql`select kind from organisation where id = ${actingOrganisation(caller)}`);
  return acting && authorityKinds.includes(acting.kind) ? 'bureau' : 'school';
}

/** The measure as readers are told of it; undefined where there is none or it is not for this view. */
export function measureFor(code: string, view: MeasureView): Measure | undefined {
  if (!isMeasure(code)) return undefined;
  const measure = measureOf(code);
  return measure.views.includes(view) ? measure : undefined;
}

export function measureOf(code: MeasureCode): Measure {
  const { zh, en, unit, kind, counts, dimension, direction, service, definition, views } = measureCatalogue[code];
  return {
    ...{ code, name: zh, nameEn: en, unit, kind, service, definition },
    counts: counts ?? 'things',
    dimension: dimension ?? null,
    direction: direction ?? 'neutral',
    views: [...views],
  };
}

const isMeasure = (code: string): code is MeasureCode => Object.hasOwn(measureCatalogue, code);
