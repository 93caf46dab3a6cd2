import type { DataSource } from 'typeorm';
import { Aggregate } from '../aggregate.js';

/** Keys that a stored answer uses for what JSON has no word for. */
const rowMark = '~row';
const dateMark = '~date';

/** What a rule answered, as text to keep: rows keep their class and dates stay dates, so that a repetition reads like the first time. */
export function writeAnswer(answer: unknown, source: DataSource): string {
  return JSON.stringify({ answer }, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key]; // Before Date.toJSON had its way.
    if (original instanceof Date) return { [dateMark]: original.toISOString() };
    if (original instanceof Aggregate) return { [rowMark]: source.getMetadata(original.constructor).name, fields: { ...original } };
    return value;
  });
}

export function readAnswer<T>(text: string, source: DataSource): T {
  const { answer } = JSON.parse(text, (_key, value: Record<string, unknown> | null) => {
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value[dateMark] === 'string') return new Date(value[dateMark]);
    if (typeof value[rowMark] === 'string') return rowOf(value[rowMark], value['fields'] as object, source);
    return value;
  }) as { answer: T };
  return answer;
}

function rowOf(name: string, fields: object, source: DataSource): object {
  const metadata = source.entityMetadatas.find((one) => one.name === name);
  if (!metadata) throw new Error(`A stored answer names the unknown entity ${name}`);
  return Object.assign(metadata.create() as object, fields);
}
