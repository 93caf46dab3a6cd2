import type { Part } from '@lianxue/persistence';
import { SettingTerms } from './setting-terms.js';
import { Term } from './term.entity.js';
import { TermHandlers } from './terms.handlers.js';

export const terms: Part = { entities: [Term], rules: [SettingTerms], handlers: [TermHandlers] };
