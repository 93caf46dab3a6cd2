import { refuse, type Call, type Caller, type RefusalKind } from '@lianxue/contracts';
import { allOf, sql, type Sql, type Store } from '@lianxue/persistence';
import { CallWork } from './call-work.entity.js';

/** An expert meets the works whose opinion of them is asked for, and no others, wherever their post is. */
export const metBy = ({ role, subject }: Caller): Sql | false =>
  role === 'expert' && sql`exists (select 1 from work_opinion p where p.work = t.id and p.expert = ${subject})`;

/** The work of this id as far as the caller meets it. */
export async function meetWork(id: string, call: Call, store: Store, missing: RefusalKind): Promise<CallWork> {
  const work = await store.first(CallWork, allOf(sql`t.id = ${id}`, metBy(call.caller)), call);
  if (!work) throw refuse(missing);
  return work;
}
