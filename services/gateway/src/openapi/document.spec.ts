import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { publicContracts, publicFacts, publicOperations } from '@lianxue/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { clientTypes } from './client-types.js';
import { openApiDocument, textOf } from './document.js';
import type { Json } from './schemas.js';
import { tags } from './tags.js';

const document = openApiDocument() as Json & {
  paths: Record<
    string,
    Record<string, Json & { operationId: string; tags: string[]; summary: string; parameters: Json[]; responses: Json }>
  >;
  components: { schemas: Record<string, Json> };
  webhooks: Record<string, Json>;
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const bilingual = /\p{Script=Han}.*[A-Za-z]/su;

describe('the API document', () => {
  it('is the committed one', () => {
    const committed = readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8');
    expect(committed === textOf(document) ? 'current' : 'outdated: run `npm run openapi`').toBe('current');
  });

  it('is what the published client’s types are made from', async () => {
    const types = readFileSync(new URL('../../../../libs/client/src/api.generated.ts', import.meta.url), 'utf8');
    expect(types === (await clientTypes(document)) ? 'current' : 'outdated: run `npm run client`').toBe('current');
  });

  it('has every public operation, under its own name, and no internal one', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      publicOperations()
        .map(({ name }) => name)
        .sort(),
    );
    const internal = publicContracts.flatMap((contract) => Object.values(contract)).filter((op) => op.internal);
    for (const { name } of internal) expect(JSON.stringify(document)).not.toContain(`"${name}"`);
  });

  it('has every kind of fact as a webhook', () => {
    expect(Object.keys(document.webhooks).sort()).toEqual(
      publicFacts.flatMap((kinds) => Object.values(kinds).map(({ type }) => type)).sort(),
    );
  });

  it('has an example of every webhook, and each is valid against its schema', () => {
    const check = new Ajv2020({ strict: false });
    addFormats.default(check);
    check.addSchema({ $id: 'document', components: document.components });
    const faults = Object.entries(document.webhooks).flatMap(([type, { post }]) => {
      const { schema, examples } = (
        post as { requestBody: { content: Record<string, { schema: Json; examples: { event: { value: Json } } }> } }
      ).requestBody.content['application/cloudevents+json']!;
      const valid = check.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as Json);
      const { value } = examples.event;
      const empty = Object.keys(value['data'] as Json).length === 0;
      return valid(value) &&
        !empty &&
        !valid({ ...value, data: { ...(value['data'] as Json), id: 5, version: 'x', subscription: 1, organisation: 7 } })
        ? []
        : [`${type} ${JSON.stringify(valid.errors)}`];
    });
    expect(faults).toEqual([]);
  });

  it('introduces every heading and every operation in both languages', () => {
    const headings = [...new Set(operations.flatMap((op) => op.tags))];
    expect(headings.filter((heading) => !bilingual.test(tags[heading] ?? ''))).toEqual([]);
    // Swagger UI draws 150 rows and more piece by piece, and loses what one opens there.
    expect(Math.max(...headings.map((heading) => operations.filter((op) => op.tags.includes(heading)).length))).toBeLessThan(100);
    expect(operations.filter(({ summary }) => !bilingual.test(summary)).map(({ operationId }) => operationId)).toEqual([]);
  });

  it('describes every field and parameter in both languages', () => {
    expect([...undescribed(document.paths, 'paths'), ...undescribed(document.components.schemas, 'schemas')]).toEqual([]);
  });

  it('resolves every reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
    const missing = [...new Set(references)].filter(
      (reference) =>
        !reference
          .slice(2)
          .split('/')
          .reduce<unknown>((at, step) => (at as Json | undefined)?.[step], document),
    );
    expect(missing).toEqual([]);
  });

  it('says the same when made again', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document));
  });
});

/** Where a field or a parameter lacks its two descriptions. */
function undescribed(at: unknown, place: string): string[] {
  if (typeof at !== 'object' || at === null) return [];
  if (Array.isArray(at)) return at.flatMap((each, index) => undescribed(each, `${place}/${index}`));
  const node = at as Json;
  const fields = isSchema(node) ? Object.entries(node['properties'] as Record<string, Json>) : [];
  const lacking = fields.filter(([, field]) => !bilingual.test(described(field))).map(([name]) => `${place}/${name}`);
  const parameter =
    'in' in node && 'schema' in node && !bilingual.test(String(node['description'])) ? [`${place} (${String(node['name'])})`] : [];
  return [...lacking, ...parameter, ...Object.entries(node).flatMap(([key, value]) => undescribed(value, `${place}/${key}`))];
}

const isSchema = (node: Json) =>
  typeof node['properties'] === 'object' && node['properties'] !== null && (node['type'] === 'object' || 'required' in node);

/** A field described by the named shape it refers to is described. */
function described(field: Json): string {
  const { description, $ref: reference } = field;
  if (typeof description === 'string') return description;
  const named = typeof reference === 'string' ? document.components.schemas[reference.split('/').at(-1)!]?.['description'] : undefined;
  return typeof named === 'string' ? named : '';
}
