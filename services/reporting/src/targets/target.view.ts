import type { Target as TargetView } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { Target } from './target.entity.js';

export const targetView = (target: Target): TargetView => ({ ...target.fact(), ...itemOf(target) });
