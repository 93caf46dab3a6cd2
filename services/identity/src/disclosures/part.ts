import { Disclosure } from './disclosure.entity.js';
import { DisclosureHandlers } from './disclosures.handlers.js';
import { DisclosingPeople } from './disclosing.js';
import { Seeing } from './seeing.js';
import type { Part } from '../part.js';

/** Reading people in full for a reason, and who can see whom. */
export const disclosures: Part = { entities: [Disclosure], rules: [DisclosingPeople, Seeing], handlers: [DisclosureHandlers] };
