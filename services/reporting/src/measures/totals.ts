import type { Statements } from '@lianxue/contracts';
import type { Contribution } from './contributions.js';

/** Who counts has the totals alone until the transaction ends. */
export const totalsTurn = 'measures';

/** An entity as tellings name it. */
export interface Entity {
  readonly thing: string;
  readonly entity: string;
}

/** Puts what these entities count as in the place of what they counted as before, and applies the difference to the totals. */
export async function countAs(entities: readonly (Entity & { readonly contributions: readonly Contribution[] })[], statements: Statements) {
  const counted = entities.flatMap(({ thing, entity, contributions }) => contributions.map((one) => ({ thing, entity, ...one })));
  await statements.query(
    `with gone as (
       delete from measured m using jsonb_to_recordset($1::jsonb) as e (thing text, entity uuid)
       where m.thing = e.thing and m.entity = e.entity returning m.measure, m.organisation, m.day, m.dimension, -m.amount as amount
     ), come as (
       insert into measured (thing, entity, measure, organisation, day, dimension, amount)
       select thing, entity, measure, organisation, day, dimension, amount from jsonb_to_recordset($2::jsonb)
         as c (thing text, entity uuid, measure text, organisation uuid, day date, dimension text, amount numeric)
       returning measure, organisation, day, dimension, amount
     )
     insert into measure_total as kept (measure, organisation, day, dimension, amount)
     select measure, organisation, day, dimension, sum(amount) from (select * from gone union all select * from come) changed
     group by 1, 2, 3, 4 having sum(amount) <> 0
     on conflict (measure, organisation, day, dimension) do update set amount = kept.amount + excluded.amount`,
    [JSON.stringify(entities.map(({ thing, entity }) => ({ thing, entity }))), JSON.stringify(counted)],
  );
  await statements.query('delete from measure_total where amount = 0');
}

/** The totals of these organisations anew, from what counts there; answers how many there are, and how many were not as they should be. */
export async function recount(organisations: readonly string[], statements: Statements): Promise<{ totals: number; changed: number }> {
  const [counted] = await statements.query<{ totals: number; changed: number }>(
    `with should as (
       select measure, organisation, day, dimension, sum(amount) as amount from measured where organisation = any($1::uuid[])
       group by 1, 2, 3, 4 having sum(amount) <> 0
     ), wrong as (
       select coalesce(s.measure, t.measure) as measure, coalesce(s.organisation, t.organisation) as organisation, coalesce(s.day, t.day) as day,
         coalesce(s.dimension, t.dimension) as dimension, coalesce(s.amount, 0) as amount
       from should s full join (select * from measure_total where organisation = any($1::uuid[])) t using (measure, organisation, day, dimension)
       where s.amount is distinct from t.amount
     ), righted as (
       insert into measure_total (measure, organisation, day, dimension, amount) select measure, organisation, day, dimension, amount from wrong
       on conflict (measure, organisation, day, dimension) do update set amount = excluded.amount
     )
     select (select count(*)::int from should) as totals, (select count(*)::int from wrong) as changed`,
    [organisations],
  );
  await statements.query('delete from measure_total where amount = 0');
  return counted!;
}
