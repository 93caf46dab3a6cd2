import type { identity, InputOf, OutputOf } from '@lianxue/contracts';

export type Taught = OutputOf<typeof identity.taughtIn>;
export type TaughtAsked = InputOf<typeof identity.taughtIn>;

export type TaughtTo = OutputOf<typeof identity.taughtTo>;
export type TaughtToAsked = InputOf<typeof identity.taughtTo>;

/** What is taught in classes and courses, and to whom; identity knows. */
export abstract class Teaching {
  /** Undefined when there is no such class or course. */
  abstract in(asked: TaughtAsked): Promise<Taught | undefined>;

  /** Undefined when there is nobody of this id whom the app may know. */
  abstract to(asked: TaughtToAsked): Promise<TaughtTo | undefined>;
}
