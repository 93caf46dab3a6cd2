import type { identity, InputOf, OutputOf } from '@lianxue/contracts';

export type Taught = OutputOf<typeof identity.taughtIn>;
export type TaughtAsked = InputOf<typeof identity.taughtIn>;

/** What is taught in classes and courses; identity knows. */
export abstract class Teaching {
  /** Undefined when there is no such class or course. */
  abstract in(asked: TaughtAsked): Promise<Taught | undefined>;
}
