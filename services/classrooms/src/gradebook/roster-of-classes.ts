import type { identity, InputOf, OutputOf } from '@lianxue/contracts';

export type ClassStanding = OutputOf<typeof identity.classStanding>;
export type ClassAsked = InputOf<typeof identity.classStanding>;

/** What the gradebook asks about classes and pupils; identity knows. */
export abstract class RosterOfClasses {
  /** Undefined when there is no such class. */
  abstract standing(asked: ClassAsked): Promise<ClassStanding | undefined>;
  /** Of these pupils, those of whom the app may read nothing. */
  abstract withheld(client: string, people: readonly string[]): Promise<ReadonlySet<string>>;
}
