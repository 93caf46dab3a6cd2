import { publicFacts, refuse, SubscriptionTypeUnknown } from '@lianxue/contracts';

const known: readonly string[] = publicFacts.flatMap((kinds) => Object.values(kinds).map(({ type }) => type));

/** The types of fact that these patterns mean today; a new kind of fact is heard from the release that has it. */
export const typesOf = (patterns: readonly string[]): string[] => known.filter((type) => patterns.some((pattern) => fits(type, pattern)));

/** A pattern that means nothing is a typing error that would be noticed only by silence. */
export function assertKnownTypes(patterns: readonly string[]): void {
  const types = patterns.filter((pattern) => typesOf([pattern]).length === 0);
  if (types.length > 0) throw refuse(SubscriptionTypeUnknown, { types });
}

const fits = (type: string, pattern: string): boolean =>
  pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
