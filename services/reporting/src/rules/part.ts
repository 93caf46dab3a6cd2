import type { Part } from '@lianxue/persistence';
import { Ruling } from './ruling.js';
import { RulesHandlers } from './rules.handlers.js';
import { Trial } from './trial.js';
import { ValidationRule } from './validation-rule.entity.js';

/** What is demanded of submissions, and what is computed of them. */
export const rules: Part = { entities: [ValidationRule], rules: [Ruling, Trial], handlers: [RulesHandlers] };
