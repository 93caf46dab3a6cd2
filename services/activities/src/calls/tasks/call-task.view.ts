import { callTaskLifeCycle, inBeijing, type Caller, type CallTask as CallTaskView } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { itemOf } from '../../organising/activity.view.js';
import type { CallTask } from './call-task.entity.js';
import { handedIn, isOverdue } from './standing.js';

/** Moves of the authority that called; the others are the owing organisation's. */
const issuersMoves = ['postpone', 'cancel'];

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly handed: number;
  readonly accepted: number;
  readonly overdue: boolean;
}

/** Tasks as this caller reads them: who owes them, and how far they are. */
export async function taskViews(tasks: readonly CallTask[], store: Store, caller: Caller, now: Date): Promise<CallTaskView[]> {
  const rows = await store.read<Standing>(
    sql`select t.id, o.name, ${handedIn} as handed, ${isOverdue(now)} as overdue,
          (select count(*)::int from call_work w where w.task = t.id and w.status = 'accepted') as accepted
        from call_task t join organisation o on o.id = t.organisation where t.id = any(${tasks.map(({ id }) => id)}::uuid[])`,
  );
  const standings = new Map(rows.map((row) => [row.id, row]));
  return tasks.map((task) => taskView(task, standings.get(task.id)!, caller));
}

const moment = (at: Date | null) => at && inBeijing(at);

function taskView(task: CallTask, { name, handed, accepted, overdue }: Standing, caller: Caller): CallTaskView {
  const { person, title, chapter, plan, note } = task;
  const isIssuer = caller.organisation === task.issuer;
  const moves = callTaskLifeCycle.movesFor(task.status, caller).filter((move) => {
    if (issuersMoves.includes(move)) return isIssuer;
    return move !== 'hand' || isIssuer || caller.role === 'schoolAdmin';
  });
  return {
    ...task.fact(),
    ...itemOf(task),
    ...{ person, title, chapter, name, plan, note, accepted, overdue, moves },
    handedIn: handed,
    remindedAt: moment(task.remindedAt),
    urgedAt: moment(task.urgedAt),
  };
}
