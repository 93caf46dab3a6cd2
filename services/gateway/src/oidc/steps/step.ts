import type { Visit } from '../visit.js';

/** One thing a browser may do on the way in: below `/sign-in/<uid>`. */
export interface Step {
  readonly verb: 'get' | 'post';
  /** `''` or `/password`. */
  readonly path: string;
  readonly take: (visit: Visit) => Promise<void>;
}
