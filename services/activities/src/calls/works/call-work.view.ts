import { callWorkers, callWorkLifeCycle, inBeijing, type Caller, type CallWork as CallWorkView } from '@lianxue/contracts';
import { itemOf } from '../../organising/activity.view.js';
import type { CallWork } from './call-work.entity.js';

const moment = (at: Date | null) => at && inBeijing(at);

/** Its author, and who runs the school, write it and hand it in. */
export const mayWrite = ({ author }: CallWork, { subject, role }: Caller): boolean => author === subject || role === 'schoolAdmin';

/** Its author's moves for its author, the authority's for the authority that called. */
export function callWorkView(work: CallWork, caller: Caller): CallWorkView {
  const { author, content, files, reason } = work;
  const { stage: _, subject: __, ...fact } = work.fact();
  const isReviewer = caller.organisation === work.issuer && !work.isMadeBy(caller.subject);
  const moves = callWorkLifeCycle
    .movesFor(work.status, caller)
    .filter((move) => (callWorkLifeCycle.table[move].by === callWorkers ? mayWrite(work, caller) : isReviewer))
    .filter((move) => move !== 'revoke' || work.recognised);
  return {
    ...fact,
    ...itemOf(work),
    author,
    content,
    files,
    reason,
    moves,
    submittedAt: moment(work.submittedAt),
    decidedAt: moment(work.decidedAt),
    revokedAt: moment(work.revokedAt),
  };
}
