import type { Part } from '@lianxue/persistence';
import { StartingSandboxes } from './starting-sandboxes.js';

/** What sandboxes collect. */
export const sandboxes: Part = { entities: [], rules: [StartingSandboxes], handlers: [] };
