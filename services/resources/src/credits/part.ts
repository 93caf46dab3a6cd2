import type { Part } from '@lianxue/persistence';
import { Appealing } from './appealing.js';
import { Counting } from './counting.js';
import { CreditAppealEntity } from './credit-appeal.entity.js';
import { CreditEntity } from './credit.entity.js';
import { CreditsHandlers } from './credits.handlers.js';

/** What people and schools are credited with. */
export const credits: Part = { entities: [CreditEntity, CreditAppealEntity], rules: [Counting, Appealing], handlers: [CreditsHandlers] };
