import contentDisposition from 'content-disposition';
import { FileUnknown, type Clock } from '@lianxue/contracts';
import type { Files, KeptFile, Links } from '@lianxue/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RangeNotSatisfiable } from '../problems/edge.refusals.js';
import { refuseRequest } from '../rest/refusing.js';

/** Files on their way out, against links: wholly or by ranges, always to be saved and never run. */
export class GoingOut {
  constructor(
    private readonly files: Files,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async goes(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { id } = request.params as { id: string };
    const { until = '', mark = '' } = request.query as { until?: string; mark?: string };
    const now = this.clock.now();
    const file = this.links.opens(id, String(until), String(mark), now) ? await this.files.about(id) : undefined;
    if (!file || file.until <= now) return refuseRequest(request, reply, FileUnknown);
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
    await reply.send(this.files.read(file, from, to));
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
