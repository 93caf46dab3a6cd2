import { LifeCycle } from '../life-cycle.js';
import type { Role } from '../roles.js';

export const classSessionStates = ['planned', 'running', 'held', 'cancelled', 'missed'] as const;
export type ClassSessionState = (typeof classSessionStates)[number];

export const classSessionMoves = ['start', 'end', 'cancel', 'miss', 'makeUp'] as const;

/** Who holds a class at the host 主讲端. */
export const classHosts = ['teacher', 'homeroomTeacher', 'schoolAdmin'] as const satisfies readonly Role[];
/** Who answers for its timetable. */
export const classPlanners = ['schoolAdmin', 'centreHead'] as const satisfies readonly Role[];

/**
 * 待上 → 上课中 → 已上, or 取消 beforehand, or 缺课. What was held but written down later comes back from 缺课; a missed
 * session stays missed when it is made up, so that the figures show both.
 */
export const classSessionLifeCycle = new LifeCycle<ClassSessionState, (typeof classSessionMoves)[number]>({
  start: { from: ['planned', 'missed'], to: 'running', by: classHosts },
  end: { from: ['running'], to: 'held', by: classHosts },
  cancel: { from: ['planned'], to: 'cancelled', by: classPlanners },
  miss: { from: ['planned', 'missed'], to: 'missed', by: classPlanners },
  makeUp: { from: ['missed'], to: 'missed', by: classPlanners },
});
