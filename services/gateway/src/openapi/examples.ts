import type { FactKind } from '@lianxue/contracts';
import { z } from 'zod';
import type { Json } from './schemas.js';

const id = '01939f6e-7c00-7000-8000-000000000001';
const organisation = '01939f6e-7c00-7000-8000-00000000000b';
const moment = '2026-09-01T08:00:00+08:00';

/** What a text of such a form may be; the first that fits its pattern. */
const formats: Readonly<Record<string, string>> = { uuid: id, 'date-time': moment, date: '2026-09-01', uri: 'https://vendor.example/' };
const words = ['示例', 'example', '08:30', '08:30:00', '361002', 'student_ratio<=10', 'https://elsewhere.example/oai'];

/** An event of this kind as a receiver may get it, made from the kind's own shape: the same shape gives the same example. */
export function exampleEvent({ type, service, thing, data }: FactKind): Json {
  return {
    specversion: '1.0',
    id: '01939f6e-7c00-7000-8000-0000000000e1',
    source: `urn:lianxue:service:${service}`,
    type,
    subject: `${thing}/${id}`,
    time: '2026-09-01T00:00:00.000Z',
    entityversion: 1,
    organisation,
    actorkind: 'person',
    data: exampleOf(data),
  };
}

/** A value of this shape, with every field that has one. */
function exampleOf(shape: z.ZodType): unknown {
  const { $defs = {}, ...root } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'output' }) as Json & {
    $defs?: Record<string, Json>;
  };
  const of = (schema: Json): unknown => {
    const {
      $ref: reference,
      enum: choices,
      oneOf: alternatives,
      anyOf: options = alternatives,
      type,
    } = schema as { $ref?: string; enum?: unknown[]; oneOf?: Json[]; anyOf?: Json[]; type?: string };
    if (reference) return of($defs[reference.split('/').at(-1)!]!);
    if ('const' in schema) return schema['const'];
    if (choices) return choices[0];
    if (options) return of(options.find((option) => option['type'] !== 'null') ?? options[0]!);
    if (type === 'object') return objectOf(schema, of);
    if (type === 'array') return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 0)) }, () => of(schema['items'] as Json));
    if (type === 'string') return textOf(schema);
    if (type === 'integer' || type === 'number') return Math.max(1, Number(schema['minimum'] ?? 1));
    return type === 'boolean' ? true : null;
  };
  return of(root);
}

function objectOf(schema: Json, of: (schema: Json) => unknown): Json {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Json>).map(([name, field]) => [
    name,
    name === 'organisation' && field['format'] === 'uuid' ? organisation : of(field),
  ]);
  return Object.fromEntries(fields) as Json;
}

function textOf({ format, pattern, maxLength }: { format?: string; pattern?: string; maxLength?: number }): string {
  if (format) return formats[format] ?? words[0]!;
  const fits = (word: string) => (!pattern || new RegExp(pattern, 'u').test(word)) && word.length <= (maxLength ?? Infinity);
  return words.find(fits) ?? words[0]!.slice(0, maxLength);
}
