/** What reporting asks about classes; identity knows. */
export abstract class KnownClasses {
  /** The classes in which these people are pupils, or which they teach. */
  abstract of(people: readonly string[], as: 'pupil' | 'teacher'): Promise<readonly string[]>;
}
