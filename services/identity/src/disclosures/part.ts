import type { Part } from '@lianxue/persistence';
import { Disclosure } from './disclosure.entity.js';
import { DisclosureHandlers } from './disclosures.handlers.js';
import { DisclosingPeople } from './disclosing.js';
import { Seeing } from './seeing.js';

/** Reading people in full for a reason, and who can see whom. */
export const disclosures: Part = { entities: [Disclosure], rules: [DisclosingPeople, Seeing], handlers: [DisclosureHandlers] };
