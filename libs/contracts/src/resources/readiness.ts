import { refuse } from '../machinery/refusal.js';
import { resourceFields, type ResourceField } from './content.js';
import { ResourceNotReady } from './refusals.js';

/** What a resource, or what becomes one, says of its use. */
interface Described {
  readonly grades: readonly number[];
  readonly usage: { readonly [part in 'method' | 'scene' | 'example']?: string | null | undefined };
}

const isBlank = (words: string | null | undefined): boolean => (words ?? '').trim() === '';

/**
 * What is still missing before anybody reviews it: 使用方法、应用场景、典型案例, which every resource must carry, and the grades; blanks
 * count as nothing.
 */
export function missingFields({ grades, usage }: Described): ResourceField[] {
  const blank = (['method', 'scene', 'example'] as const).filter((part) => isBlank(usage[part]));
  return [...(grades.length === 0 ? (['grades'] as const) : []), ...blank.map((part) => `usage.${part}` as const)];
}

/** Refuses what says too little to be reviewed. */
export function holdToReady(described: Described, language: 'zh' | 'en'): void {
  const fields = missingFields(described);
  if (fields.length > 0) throw refuse(ResourceNotReady, { missing: fields.map((field) => resourceFields[field][language]), fields });
}
