import type { FastifyReply } from 'fastify';
import type { Asking } from '../facades/owner-calls.js';
import { linksOf } from './links.js';
import { ownId } from './ids.js';
import { listRequest, selection, type ListRequest } from './list-request.js';
import type { Path } from './paths.js';
import { presented } from './references.js';
import { Unanswered } from './status-info.js';

type Row = Readonly<Record<string, unknown>>;
interface Part {
  readonly rows: readonly Row[];
  readonly total: number | null;
  readonly last: string | null;
  readonly asOf: string;
}

/** Rows asked of the owner at once: their answer has to travel in one message. */
const rowsAtOnce = 500;

/** Answers the collections of a OneRoster service. */
export class Collections {
  constructor(
    /** The platform's public origin: links and references are absolute. */
    private readonly origin: string,
  ) {}

  async answer(path: Path, { request, caller, ask }: Asking, reply: FastifyReply): Promise<void> {
    const params = request.params as Record<string, string>;
    // Classes, schools and people are ours; what lies in a gradebook was named by apps.
    const within = path.within.map(({ kind, parameter }) =>
      path.named ? { kind, name: params[parameter] } : { kind, id: ownId(params[parameter]) },
    );
    const asking: Ask = (more) => ask<Part>({ collection: path.collection, within, ...more });
    const query = request.query as Row;
    if (path.single) await this.one(path, path.named ? params['id']! : ownId(params['id']), asking, query, reply);
    else await this.many(path, asking, listRequest(query, path.fields, quotaOf(caller)), request.url, reply);
  }

  private async one(path: Path, id: string, ask: Ask, query: Row, reply: FastifyReply): Promise<void> {
    const { fields } = selection(query, path.fields);
    const { rows } = await ask({ id, limit: 1, offset: 0, counted: false });
    if (!rows[0]) throw new Unanswered('unknownobject', 'There is no such thing here');
    send(reply, { [path.key]: presented(rows[0], fields, this.origin) });
  }

  private async many(path: Path, ask: Ask, wanted: ListRequest, url: string, reply: FastifyReply): Promise<void> {
    const { rows, total, after, asOf } = await gather(wanted, ask);
    reply
      .header('x-total-count', String(total))
      .header('access-control-expose-headers', 'Link, X-Total-Count')
      .header('link', linksOf(new URL(url, this.origin), wanted, total, { after, asOf }));
    send(reply, { [path.key]: rows.map((row) => presented(row, wanted.fields, this.origin)) });
  }
}

type Ask = (more: object) => Promise<Part>;

const quotaOf = (caller: Asking['caller']): number | undefined => (caller.kind === 'app' ? caller.quota?.[1] : undefined);

/** As many rows as were asked for, in as many parts as that takes. */
async function gather({ limit, offset, filter, sort, walk }: ListRequest, ask: Ask) {
  const common = { ...(filter && { filter }), ...(sort && { sort }) };
  const rows: Row[] = [];
  let after = sort ? undefined : walk?.after;
  let asOf = walk?.asOf;
  let total = walk?.total;
  for (;;) {
    const part = await ask({
      ...common,
      ...(after === undefined ? { offset: offset + rows.length } : { after, offset: 0 }),
      ...(asOf !== undefined && { asOf }),
      ...{ limit: Math.min(rowsAtOnce, limit - rows.length), counted: total === undefined },
    });
    rows.push(...part.rows);
    asOf = part.asOf;
    total ??= part.total!;
    if (!sort) after = part.last ?? undefined;
    if (part.last === null || rows.length >= limit) return { rows, total, after, asOf };
  }
}

function send(reply: FastifyReply, body: unknown): void {
  void reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}
