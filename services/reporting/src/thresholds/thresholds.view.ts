import {
  earlyWarningLifeCycle,
  thresholdLifeCycle,
  type Caller,
  type EarlyWarning as EarlyWarningView,
  type Threshold as ThresholdView,
} from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { EarlyWarning } from './early-warning.entity.js';
import type { Threshold } from './threshold.entity.js';

export const thresholdView = (threshold: Threshold, caller: Caller): ThresholdView => ({
  ...threshold.fact(),
  ...itemOf(threshold),
  moves: thresholdLifeCycle.movesFor(threshold.state, caller),
});

/** Only the warned organisation itself answers. */
export const earlyWarningView = (warning: EarlyWarning, caller: Caller): EarlyWarningView => ({
  ...warning.fact(),
  ...itemOf(warning),
  name: warning.name,
  done: warning.done,
  steps: warning.steps,
  moves: caller.organisation === warning.organisation ? earlyWarningLifeCycle.movesFor(warning.status, caller) : [],
});
