import type { Part } from '@lianxue/persistence';
import { SandboxConsenting } from './consenting.js';
import { KeepingSandboxes } from './keeping-sandboxes.js';
import { NeededSteps } from './needed-steps.js';
import { Sandbox } from './sandbox.entity.js';
import { SandboxHandlers } from './sandbox.handlers.js';

/** Where vendors integrate: a synthetic school beside the region's tree. */
export const sandbox: Part = {
  entities: [Sandbox],
  rules: [NeededSteps, KeepingSandboxes, SandboxConsenting],
  handlers: [SandboxHandlers],
};
