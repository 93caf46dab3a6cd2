import type { Readable } from 'node:stream';
import contentDisposition from 'content-disposition';
import { FileUnknown, type Clock } from '@lianxue/contracts';
import { isEnded, type Files, type GivenLink, type KeptFile, type Links } from '@lianxue/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RangeNotSatisfiable } from '../problems/edge.refusals.js';
import { refuseRequest } from '../rest/refusing.js';

/** A download under way is looked after this often: with the round that ends links, it ends within a minute. */
const lookedAfterMs = 20_000;

/** Files on their way out, against links: wholly or by ranges, always to be saved and never run. */
export class GoingOut {
  constructor(
    private readonly files: Files,
    private readonly links: Links,
    private readonly clock: Clock,
    private readonly everyMs = lookedAfterMs,
  ) {}

  async goes(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { id } = request.params as { id: string };
    const link = request.query as GivenLink;
    const now = this.clock.now();
    const file = this.links.opens(id, link, now) ? await this.files.about(id) : undefined;
    if (!file || file.until <= now || isEnded(link, file)) return refuseRequest(request, reply, FileUnknown);
    const etag = `"${file.sha256}"`;
    reply.headers({
      'content-type': file.content?.mediaType ?? 'application/octet-stream',
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'accept-ranges': 'bytes',
      etag,
    });
    if (request.headers['if-none-match'] === etag) return void reply.code(304).send();
    const range = rangeOf(request, file, etag);
    if (range === 'unsatisfiable')
      return refuseRequest(
        request,
        reply.header('content-range', `bytes */${file.size}`).removeHeader('content-disposition'),
        RangeNotSatisfiable,
      );
    const [from, to] = range ?? [0, file.size];
    if (range) reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${file.size}`);
    reply.header('content-length', to - from);
    if (request.method === 'HEAD') return void reply.send();
    const bytes = this.files.read(file, from, to);
    this.endWith(link, id, bytes);
    await reply.send(bytes);
  }

  /** A download goes on past the end of its link, but not when the link was ended, or the file is gone. */
  private endWith(link: GivenLink, id: string, bytes: Readable): void {
    const look = async () => {
      const file = await this.files.about(id);
      if (!file || isEnded(link, file)) bytes.destroy();
    };
    // Where the store does not answer, the next look will tell.
    const looking = setInterval(() => void look().catch(() => undefined), this.everyMs).unref();
    bytes.once('close', () => clearInterval(looking));
  }
}

/**
 * The bytes that are asked for, from one up to before another; nothing where all are. Several ranges at once are answered by the whole, as
 * RFC 9110 allows; a range of another version of the content is none.
 */
function rangeOf({ headers }: FastifyRequest, { size }: KeptFile, etag: string): [number, number] | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  const known = headers['if-range'];
  if (!match || (match[1] === '' && match[2] === '') || (known !== undefined && known !== etag)) return undefined;
  const [, first, last] = match;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  return from < to ? [from, to] : 'unsatisfiable';
}
