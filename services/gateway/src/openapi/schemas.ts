import { z } from 'zod';

export type Json = { [member: string]: unknown };
type Direction = 'input' | 'output';

/**
 * Turns zod shapes into JSON Schema and gathers the named ones (`.meta({ id })`) as components. A shape that reads
 * differently as input and as output (defaults, strictness) becomes two components, the input's with `Input` behind its name.
 */
export class Schemas {
  private readonly named = { input: new Map<string, Json>(), output: new Map<string, Json>() };

  of(schema: z.ZodType, direction: Direction): Json {
    const { $defs, ...root } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: direction }) as Json & {
      $defs?: Record<string, Json>;
    };
    delete root['$schema'];
    for (const [id, definition] of Object.entries($defs ?? {})) this.named[direction].set(id, plain(definition, direction));
    return plain(root, direction);
  }

  /** The components, and the document with its provisional references resolved to them. */
  settle<D>(document: D): { document: D; components: Record<string, Json> } {
    const twofold = this.twofold();
    const nameOf = (direction: string, id: string) => (direction === 'input' && twofold.has(id) ? `${id}Input` : id);
    const resolve = <T>(value: T): T =>
      mapStrings(value, (text) =>
        text.replace(/^#\/(input|output)\/(.+)$/, (_, direction: string, id: string) => `#/components/schemas/${nameOf(direction, id)}`),
      );
    const components: Record<string, Json> = {};
    for (const direction of ['output', 'input'] as const) {
      for (const [id, schema] of this.named[direction]) components[nameOf(direction, id)] ??= resolve(schema);
    }
    const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));
    return { document: resolve(document), components: sorted };
  }

  /** Ids whose input differs from their output, in themselves or in what they refer to. */
  private twofold(): Set<string> {
    const both = [...this.named.input.keys()].filter((id) => this.named.output.has(id));
    const text = (direction: Direction, id: string) => JSON.stringify(this.named[direction].get(id)).replace(/#\/(input|output)\//g, '#/');
    const found = new Set(both.filter((id) => text('input', id) !== text('output', id)));
    for (let grown = -1; grown !== found.size;) {
      grown = found.size;
      for (const id of both) if ([...found].some((other) => text('input', id).includes(`"#/${other}"`))) found.add(id);
    }
    return found;
  }
}

/** Bounds and patterns that say only "a safe integer", "a UUID", "storable text": true of the type, noise to a reader. */
function plain(schema: Json, direction: Direction): Json {
  const { pattern, ...kept } = schema as Json & { pattern?: string };
  if (pattern !== undefined && !kept['format'] && !pattern.includes('\\p{Surrogate}')) kept['pattern'] = pattern;
  if (kept['maximum'] === Number.MAX_SAFE_INTEGER) delete kept['maximum'];
  if (kept['minimum'] === Number.MIN_SAFE_INTEGER) delete kept['minimum'];
  if (direction === 'output' && kept['additionalProperties'] === false) delete kept['additionalProperties'];
  if (kept['propertyNames'] && JSON.stringify(kept['propertyNames']) === '{"type":"string"}') delete kept['propertyNames'];
  hoistDescription(kept);
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, deeper(key, value, direction)]));
}

/** A described field that may be null carries its description inside; readers look for it outside. */
function hoistDescription(schema: Json): void {
  const present = ((schema['anyOf'] ?? []) as Json[]).filter(({ type }) => type !== 'null');
  if (present.length !== 1 || schema['description'] !== undefined) return;
  const { description, ...option } = present[0]!;
  if (description === undefined) return;
  schema['description'] = description;
  schema['anyOf'] = (schema['anyOf'] as Json[]).map((each) => (each === present[0] ? option : each));
}

function deeper(key: string, value: unknown, direction: Direction): unknown {
  if (key === '$ref' && typeof value === 'string') return value.replace('#/$defs/', `#/${direction}/`);
  if (key === 'properties' || key === 'patternProperties') {
    return Object.fromEntries(Object.entries(value as Json).map(([name, schema]) => [name, plain(schema as Json, direction)]));
  }
  if (['enum', 'const', 'default', 'examples', 'required'].includes(key)) return value;
  if (Array.isArray(value)) return value.map((each) => (isObject(each) ? plain(each, direction) : each));
  return isObject(value) ? plain(value, direction) : value;
}

function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapStrings(each as unknown, change)) as T;
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change)])) as T;
  return value;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
