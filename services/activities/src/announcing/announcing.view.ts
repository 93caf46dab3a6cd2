import {
  noticeLifeCycle,
  objectionLifeCycle,
  type Caller,
  type Objection as ObjectionView,
  type PublicNotice as PublicNoticeView,
} from '@lianxue/contracts';
import { itemOf } from '../organising/activity.view.js';
import type { Objection } from './objection.entity.js';
import type { PublicNotice } from './public-notice.entity.js';

/** Final it may be made by its authority, and only when it has run its time. */
export function noticeView(notice: PublicNotice, caller: Caller, now: Date): PublicNoticeView {
  const mayMove = caller.organisation === notice.organisation && now > notice.closes;
  return { ...notice.fact(), ...itemOf(notice), moves: mayMove ? noticeLifeCycle.movesFor(notice.status, caller) : [] };
}

export function objectionView(objection: Objection, caller: Caller): ObjectionView {
  const { objector, grounds, answer, status } = objection;
  const moves = caller.organisation === objection.organisation ? objectionLifeCycle.movesFor(status, caller) : [];
  return { ...objection.fact(), ...itemOf(objection), objector, grounds, answer, moves };
}
