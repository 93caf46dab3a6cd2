import type { Part } from '@lianxue/persistence';
import { EvaluatingTargets } from './evaluating-targets.js';
import { Target } from './target.entity.js';
import { Targeting } from './targeting.js';
import { TargetsHandlers } from './targets.handlers.js';

/** What units should reach, and how many do. */
export const targets: Part = { entities: [Target], rules: [Targeting, EvaluatingTargets], handlers: [TargetsHandlers] };
