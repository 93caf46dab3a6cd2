import type { Part } from '@lianxue/persistence';
import { Attaching } from './attaching.js';
import { AttachmentsHandlers } from './attachments.handlers.js';

/** Files that come with submissions. */
export const attachments: Part = { entities: [], rules: [Attaching], handlers: [AttachmentsHandlers] };
