import { isDeepStrictEqual } from 'node:util';
import type { ResourceContent, ResourceInput } from '@lianxue/contracts';
import { contentOf } from '../catalogue/cataloguing.js';
import { nobody } from './reading-rows.js';

/** What somebody did for it they did for the organisation of the row. */
export const belonging = (content: ResourceInput, organisation: string): ResourceInput => ({
  ...content,
  contributors: content.contributors.map((one) => (one.organisation === nobody ? { ...one, organisation } : one)),
});

/** What the list has changed since it was last brought, and says; what was changed here meanwhile stays otherwise. */
export function edited(now: ResourceContent, before: ResourceInput, said: ResourceInput, organisation: string): ResourceContent {
  const [old, fresh] = [contentOf(belonging(before, organisation)), contentOf(belonging(said, organisation))];
  const changed = <T extends object>(was: T, is: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(is).filter(([key, value]) => isSaid(value) && !isDeepStrictEqual(value, was[key as keyof T])),
    ) as Partial<T>;
  const { usage, ...described } = fresh;
  const { usage: oldUsage, ...oldDescribed } = old;
  return { ...now, ...changed(oldDescribed, described), usage: { ...now.usage, ...changed(oldUsage, usage) } };
}

const isSaid = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);
