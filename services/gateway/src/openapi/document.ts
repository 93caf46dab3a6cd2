import {
  publicContracts,
  publicFacts,
  publicOperations,
  roles,
  work,
  type AnyOperation,
  type Contract,
  type FactKind,
  type Role,
} from '@lianxue/contracts';
import { componentsWith } from './components.js';
import { operationObject } from './operations.js';
import { RefusalResponses } from './refusals.js';
import { Schemas, type Json } from './schemas.js';
import { tagOf, tags } from './tags.js';
import { eventEnvelope, webhooksOf } from './webhooks.js';

const introduction = `联学是区域教育信息化的后端平台。所有接口使用同一套登录、权限、错误与分页方式。

Lianxue is the back end of a region's education informatization. All operations share one sign-on, one way of saying no and one way of paging.

- 时间带 \`+08:00\`（北京时间）。 Instants carry \`+08:00\`.
- 列表用游标翻页：把答复中的 \`next\` 作为 \`cursor\` 传回；同一列表也可下载为 Excel（\`Accept\`）。 Lists page by cursor; the same list can be had as Excel.
- 对象带 \`ETag\`；修改时用 \`If-Match\` 指明所见版本。 Items carry an \`ETag\`; say in \`If-Match\` which version you saw.
- 未知字段请忽略：接口只增不减。 Ignore fields you do not know: the API only grows.
- 出错时答复 \`application/problem+json\`，程序请依据 \`code\`。 Refusals are problems; programs go by \`code\`.
- 按角色阅读，例如 Read by role, for one: ${Object.keys(work)
  .map((role) => `[${roles[role as Role].zh} ${role}](/docs?role=${role})`)
  .join('、')}`;

/** What a document tells: operations, facts, and under which headings. */
interface Told {
  readonly operations: readonly AnyOperation[];
  readonly facts: readonly Readonly<Record<string, FactKind>>[];
  readonly tagOf: (op: AnyOperation) => string;
  readonly tags: Readonly<Record<string, string>>;
  readonly title: string;
  readonly description: string;
}

const title = '联学开放接口 Lianxue API';

/** The OpenAPI 3.1 document of the whole product; nothing in it is written twice, and the same contracts give the same text. */
export const openApiDocument = (
  contracts: readonly Contract[] = publicContracts,
  facts: readonly Readonly<Record<string, FactKind>>[] = publicFacts,
): Json => documentOf({ operations: publicOperations(contracts), facts, tagOf, tags, title, description: introduction });

/** The same for one role: its work from the first step to the last where that is told, else all it may call, by subject. */
export function roleDocument(role: Role): Json {
  const { zh } = roles[role];
  const steps = work[role];
  const told = { facts: [], title: `${title} · ${zh} ${role}`, description: introduction };
  if (steps) {
    const stepOf = new Map(steps.flatMap(({ name, operations }) => operations.map((op) => [op.name, name] as const)));
    const operations = steps.flatMap(({ operations }) => operations);
    return documentOf({
      ...told,
      operations,
      tagOf: ({ name }) => stepOf.get(name)!,
      tags: Object.fromEntries(steps.map(({ name }) => [name, ''])),
    });
  }
  const operations = publicOperations().filter(({ permits }) => permits === 'anyone' || permits.includes(role));
  return documentOf({ ...told, operations, tagOf, tags });
}

function documentOf({ operations, facts, tagOf, tags, title, description }: Told): Json {
  const schemas = new Schemas();
  const refusals = new RefusalResponses();
  const paths: Record<string, Record<string, Json>> = {};
  for (const op of operations) (paths[pathOf(op)] ??= {})[op.verb] = operationObject(op, tagOf(op), schemas, refusals);
  const webhooks = webhooksOf(facts, schemas);
  const used = new Set([...operations.map(tagOf), ...facts.flatMap((kinds) => Object.values(kinds).map(({ service }) => service))]);
  const { document, components } = schemas.settle({ paths, webhooks });
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: '本平台 This platform' }],
    tags: Object.entries(tags)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, ...(description && { description }) })),
    security: [{ oauth2: [] }],
    ...document,
    components: componentsWith(components, eventEnvelope(schemas), refusals.components),
  };
}

const pathOf = ({ base, path }: AnyOperation) => `${base}${path}`.replace(/:(\w+)/g, '{$1}');

/** The document as it is committed. */
export const textOf = (document: Json) => `${JSON.stringify(document, null, 2)}\n`;
