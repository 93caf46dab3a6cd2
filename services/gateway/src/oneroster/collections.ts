import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnerCalls } from './asking.js';
import { linksOf } from './links.js';
import { listRequest, selection, type ListRequest } from './list-request.js';
import type { Path } from './paths.js';
import { presented } from './references.js';
import { Unanswered } from './status-info.js';

type Row = Readonly<Record<string, unknown>>;
interface Part {
  readonly rows: readonly Row[];
  readonly total: number | null;
  readonly asOf: string;
}

/** Rows asked of the owner at once: their answer has to travel in one message. */
const rowsAtOnce = 500;

/** Answers the collections of a OneRoster service. */
export class Collections {
  constructor(
    private readonly owner: OwnerCalls,
    /** The platform's public origin: links and references are absolute. */
    private readonly origin: string,
  ) {}

  async answer(path: Path, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const asking = await this.owner.admit(request);
    const operation = this.owner.operationFor(path.operations, asking);
    const params = request.params as Record<string, string>;
    const within = path.within.map(({ kind, parameter }) => ({ kind, id: idIn(params[parameter]) }));
    const base = { collection: path.collection, within };
    const ask = (more: object) => this.owner.ask<Part>(operation, { ...base, ...more }, asking, request);
    if (path.single) await this.one(path, idIn(params['id']), ask, request, reply);
    else await this.many(path, ask, request, reply);
  }

  private async one(path: Path, id: string, ask: Ask, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { fields } = selection(request.query as Row, path.fields);
    const { rows } = await ask({ id, limit: 1, offset: 0, counted: false });
    if (!rows[0]) throw new Unanswered('unknownobject', 'There is no such thing here');
    send(reply, { [path.key]: presented(rows[0], fields, this.origin) });
  }

  private async many(path: Path, ask: Ask, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const wanted = listRequest(request.query as Row, path.fields);
    const { rows, total, asOf } = await gather(wanted, ask);
    const after = wanted.sort ? undefined : (rows.at(-1)?.['sourcedId'] as string | undefined);
    reply
      .header('x-total-count', String(total))
      .header('access-control-expose-headers', 'Link, X-Total-Count')
      .header('link', linksOf(new URL(request.url, this.origin), wanted, total, { after, asOf }));
    send(reply, { [path.key]: rows.map((row) => presented(row, wanted.fields, this.origin)) });
  }
}

type Ask = (more: object) => Promise<Part>;

/** As many rows as were asked for, in as many parts as that takes. */
async function gather({ limit, offset, filter, sort, walk }: ListRequest, ask: Ask) {
  const common = { ...(filter && { filter }), ...(sort && { sort }) };
  const rows: Row[] = [];
  let after = sort ? undefined : walk?.after;
  let asOf = walk?.asOf;
  let total = walk?.total;
  while (rows.length < limit) {
    const atOnce = Math.min(rowsAtOnce, limit - rows.length);
    const part = await ask({
      ...common,
      ...(after === undefined ? { offset: offset + rows.length } : { after, offset: 0 }),
      ...(asOf !== undefined && { asOf }),
      ...{ limit: atOnce, counted: total === undefined },
    });
    rows.push(...part.rows);
    asOf = part.asOf;
    total ??= part.total!;
    if (!sort) after = (part.rows.at(-1)?.['sourcedId'] as string | undefined) ?? after;
    if (part.rows.length < atOnce) break;
  }
  return { rows, total: total!, asOf: asOf! };
}

function send(reply: FastifyReply, body: unknown): void {
  void reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that cannot be one of ours names nothing. */
function idIn(id: string | undefined): string {
  if (id === undefined || !uuid.test(id)) throw new Unanswered('unknownobject', 'There is no such thing here');
  return id;
}
