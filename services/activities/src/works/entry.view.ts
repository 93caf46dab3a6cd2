import { entryLifeCycle, type Caller, type Entry as EntryView } from '@lianxue/contracts';
import { itemOf } from '../organising/activity.view.js';
import type { Entry } from './entry.entity.js';
import { standsWith } from './recommending.js';

/** Steps that are taken with the entry itself; the rest of its way follows from evaluations and public notices. */
const ownMoves = ['change', 'withdraw', 'recommend'];

/** The score is the organiser's until the end, so that nobody bargains about it. */
export function entryView(entry: Entry, caller: Caller): EntryView {
  const { description, pupil, advisers, score } = entry;
  const moves = entryLifeCycle.movesFor(entry.status, caller).filter((move) => ownMoves.includes(move));
  const mayRecommend = !entry.isAtOrganiser && standsWith(entry, caller);
  return {
    ...entry.fact(),
    ...itemOf(entry),
    ...(description === null ? {} : { description }),
    pupil,
    advisers,
    score: caller.organisation === entry.organiser && score !== null ? Number(score) : null,
    moves: moves.filter((move) => move !== 'recommend' || mayRecommend),
  };
}
