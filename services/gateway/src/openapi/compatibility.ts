import type { Json } from './schemas.js';

type Direction = 'input' | 'output';

/**
 * What an app written against the earlier document would trip over in the later one. The API only grows: an answer keeps
 * its fields, a request keeps its meaning and asks for nothing more.
 */
export function breaksBetween(earlier: Json, later: Json): string[] {
  const comparison = new Comparison(earlier, later);
  const before = operationsOf(earlier);
  const after = operationsOf(later);
  for (const [place, operation] of before) {
    const now = after.get(place);
    if (now) comparison.operation(place, operation, now);
    else comparison.breaks.push(`${place}: removed`);
  }
  return comparison.breaks;
}

class Comparison {
  readonly breaks: string[] = [];
  private readonly compared = new Set<string>();

  constructor(
    private readonly earlier: Json,
    private readonly later: Json,
  ) {}

  operation(place: string, before: Json, after: Json): void {
    this.parameters(place, before, after);
    const [asked, asks] = [before, after].map((operation) => at(operation, 'requestBody', 'content', 'application/json', 'schema'));
    if (asked && asks) this.schema(`${place} body`, asked, asks, 'input');
    else if (asked) this.breaks.push(`${place} body: no longer taken`);
    else if (asks) this.breaks.push(`${place} body: newly required`);
    for (const [status, answer] of Object.entries((before['responses'] ?? {}) as Json)) {
      if (!status.startsWith('2')) continue;
      const answered = at(answer, 'content', 'application/json', 'schema');
      const answers = at(after, 'responses', status, 'content', 'application/json', 'schema');
      if (!at(after, 'responses', status)) this.breaks.push(`${place} ${status}: removed`);
      else if (answered && answers) this.schema(`${place} ${status}`, answered, answers, 'output');
      else if (answered) this.breaks.push(`${place} ${status}: answers nothing any more`);
    }
  }

  private parameters(place: string, before: Json, after: Json): void {
    const [taken, takes] = [this.parametersOf(this.earlier, before), this.parametersOf(this.later, after)];
    for (const [name, parameter] of taken) {
      const now = takes.get(name);
      if (!now) this.breaks.push(`${place} ${name}: no longer taken`);
      else this.schema(`${place} ${name}`, parameter['schema'] as Json, now['schema'] as Json, 'input');
    }
    for (const [name, parameter] of takes) {
      if (parameter['required'] && !taken.get(name)?.['required']) this.breaks.push(`${place} ${name}: newly required`);
    }
  }

  private parametersOf(document: Json, operation: Json): Map<string, Json> {
    const parameters = ((operation['parameters'] ?? []) as Json[]).map((each) => resolve(document, each));
    return new Map(parameters.map((each) => [`${String(each['in'])} ${String(each['name'])}`, each]));
  }

  private schema(place: string, was: Json, is: Json, direction: Direction): void {
    if (was['$ref'] && is['$ref']) {
      const key = JSON.stringify([direction, was['$ref'], is['$ref']]);
      if (this.compared.has(key)) return;
      this.compared.add(key);
    }
    const before = resolve(this.earlier, was);
    const after = resolve(this.later, is);
    if (typesOf(before) && typesOf(after) && typesOf(before) !== typesOf(after))
      this.breaks.push(`${place}: was ${typesOf(before)}, is ${typesOf(after)}`);
    this.values(place, before, after, direction);
    this.fields(place, before, after, direction);
    if (before['items'] && after['items']) this.schema(`${place}[]`, before['items'] as Json, after['items'] as Json, direction);
  }

  /** A request may go on sending every value; an answer may bring new ones, which readers must ignore. */
  private values(place: string, before: Json, after: Json, direction: Direction): void {
    if (direction === 'output' || !Array.isArray(after['enum'])) return;
    const refused = Array.isArray(before['enum'])
      ? before['enum'].filter((value) => !(after['enum'] as unknown[]).includes(value))
      : ['other values'];
    if (refused.length > 0) this.breaks.push(`${place}: no longer takes ${refused.join(', ')}`);
  }

  private fields(place: string, before: Json, after: Json, direction: Direction): void {
    const [was, is] = [before, after].map((schema) => (schema['properties'] ?? {}) as Record<string, Json>) as [
      Record<string, Json>,
      Record<string, Json>,
    ];
    const [required, requires] = [before, after].map((schema) => new Set((schema['required'] ?? []) as string[])) as [
      Set<string>,
      Set<string>,
    ];
    for (const [name, field] of Object.entries(was)) {
      const now = is[name];
      if (!now) this.breaks.push(`${place}.${name}: removed`);
      else this.schema(`${place}.${name}`, field, now, direction);
      if (now && direction === 'output' && required.has(name) && !requires.has(name))
        this.breaks.push(`${place}.${name}: no longer always present`);
    }
    if (direction === 'output' || !before['properties']) return;
    for (const name of requires) if (!required.has(name)) this.breaks.push(`${place}.${name}: newly required`);
  }
}

function operationsOf(document: Json): Map<string, Json> {
  const paths = Object.entries((document['paths'] ?? {}) as Record<string, Record<string, Json>>);
  return new Map(
    paths.flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => [`${verb.toUpperCase()} ${path}`, operation] as const),
    ),
  );
}

const typesOf = ({ type }: Json): string => (Array.isArray(type) ? [...type].sort().join(' or ') : typeof type === 'string' ? type : '');

const resolve = (document: Json, node: Json): Json =>
  typeof node['$ref'] === 'string' ? { ...at(document, ...node['$ref'].slice(2).split('/')), ...node } : node;

const at = (node: unknown, ...steps: readonly string[]): Json | undefined =>
  steps.reduce<unknown>((value, step) => (value as Json | undefined)?.[step], node) as Json | undefined;
