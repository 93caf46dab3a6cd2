import type { WayName } from '../accounts.js';
import type { Step } from '../steps/step.js';

/** A way of signing in: what it adds to the pages. The sign-in page itself is that of the password; it links to the others. */
export interface Way {
  readonly name: WayName;
  readonly steps: readonly Step[];
}
