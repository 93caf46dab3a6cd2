import type { Cell, Column } from '@lianxue/files';
import { z } from 'zod';

type Schema = { readonly [member: string]: unknown };

/** The columns of an element: its fields in their order, those of a nested object each on their own. */
export function columnsOf(element: z.ZodType): readonly Column[] {
  const { $defs = {}, ...root } = z.toJSONSchema(element, { target: 'draft-2020-12', io: 'output' }) as Schema & {
    $defs?: Record<string, Schema>;
  };
  const plain = (schema: Schema): Schema => {
    const reference = schema['$ref'];
    const named = typeof reference === 'string' ? { ...$defs[reference.slice('#/$defs/'.length)], ...schema, $ref: undefined } : schema;
    const options = named['anyOf'] as Schema[] | undefined;
    const present = options?.filter((option) => option['type'] !== 'null') ?? [];
    return present.length === 1 ? { ...plain(present[0]!), ...named, anyOf: undefined } : named;
  };
  return fieldsOf(plain(root), plain, [], []);
}

/** A field of a field of a field is shown whole: nobody reads columns that deep. */
const deepest = 2;

function fieldsOf(schema: Schema, plain: (schema: Schema) => Schema, path: readonly string[], headings: readonly string[]): Column[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  return Object.entries(properties).flatMap(([name, property]) => {
    const field = plain(property);
    const here = [...path, name];
    const named = [...headings, chineseHalf(field['description']) ?? name];
    if (field['properties'] && here.length < deepest) return fieldsOf(field, plain, here, named);
    return [{ heading: named.join(' · '), valueOf: (item: unknown) => cellOf(here.reduce<unknown>(memberOf, item), field) }];
  });
}

const memberOf = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null | undefined)?.[name];

/** Descriptions are `中文 English`; officers read the first half. */
function chineseHalf(description: unknown): string | undefined {
  return typeof description === 'string' ? description.split(/\s+(?=[A-Za-z“"`(])/)[0]!.trim() : undefined;
}

function cellOf(value: unknown, schema: Schema): Cell {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return schema['format'] === 'date-time' ? inWords(value) : value;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join('、');
  return JSON.stringify(value);
}

/** `2026-09-01T08:00:00+08:00` as an officer writes it; all our instants are in 北京时间. */
const inWords = (instant: string) => instant.slice(0, 19).replace('T', ' ');
