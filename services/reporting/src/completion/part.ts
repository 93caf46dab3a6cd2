import type { Part } from '@lianxue/persistence';
import { CompletionHandlers } from './completion.handlers.js';
import { Overseeing } from './overseeing.js';
import { Reminding } from './reminding.js';
import { Urging } from './urging.entity.js';
import { UrgingUnits } from './urging.js';

/** Who has reported and who has not. */
export const completion: Part = { entities: [Urging], rules: [Overseeing, UrgingUnits, Reminding], handlers: [CompletionHandlers] };
