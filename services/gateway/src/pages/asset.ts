import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file that never changes while the process runs, packed once: a village school's line is slow. */
export class Asset {
  private readonly packed: Buffer;

  constructor(
    private readonly type: string,
    private readonly plain: Buffer,
  ) {
    this.packed = gzipSync(plain);
  }

  send(request: FastifyRequest, reply: FastifyReply): void {
    const packs = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.header('content-type', this.type).header('vary', 'accept-encoding');
    if (packs) reply.header('content-encoding', 'gzip');
    reply.send(packs ? this.packed : this.plain);
  }
}
