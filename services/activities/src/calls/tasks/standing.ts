import { callTaskLifeCycle } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';

/** States in which a task still owes works. */
export const openStates: readonly string[] = callTaskLifeCycle.table.cancel.from;

/** Works that were handed in for the task `t`: they wait for review, or were accepted. */
export const handedIn: Sql = sql`(select count(*)::int from call_work w where w.task = t.id and w.status in ('submitted', 'accepted'))`;

/** Whether the task `t` still owes works of a call that runs. */
export const owes: Sql = sql`t.status = any(${openStates}) and t.owed > ${handedIn}
  and exists (select 1 from call_for_works c where c.id = t.call and c.status = 'open')`;

/** Whether the task `t` owes works beyond its due time. */
export const isOverdue = (now: Date): Sql => sql`(t.due < ${now} and ${owes})`;
