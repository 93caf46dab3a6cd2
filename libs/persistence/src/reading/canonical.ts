/** JSON with keys in order and nothing undefined: equal values give equal text. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part)) ?? 'null'
  );
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
