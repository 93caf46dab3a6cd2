import type { CallWorkContent, ResourceField } from '@lianxue/contracts';

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** What a resource must say before it is reviewed 使用方法、应用场景、典型案例, and for which grades it is. */
export function missingFields({ grades, usage }: CallWorkContent): ResourceField[] {
  const blank = (['method', 'scene', 'example'] as const).filter((part) => isBlank(usage[part]));
  return [...(grades.length === 0 ? (['grades'] as const) : []), ...blank.map((part) => `usage.${part}` as const)];
}
