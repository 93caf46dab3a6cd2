import type { Part } from '@lianxue/persistence';
import { HearingOfSandboxes } from './hearing-of-sandboxes.js';
import { StartingSandboxes } from './starting-sandboxes.js';

/** What sandboxes collect. */
export const sandboxes: Part = { entities: [], rules: [StartingSandboxes, HearingOfSandboxes], handlers: [] };
