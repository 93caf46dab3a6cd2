import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLarge, MediaTypeUnsupported, Refusal, refuse, TokenInvalid, type Clock } from '@lianxue/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseRequest } from '../rest/refusing.js';
import type { TakingIn } from './taking-in.js';
import type { Tickets } from './tickets.js';

/** All bytes of a file at once, against a ticket in the address. */
export class WholeUploads {
  constructor(
    private readonly tickets: Tickets,
    private readonly takingIn: TakingIn,
    private readonly clock: Clock,
    private readonly folder: string,
  ) {}

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ticket = this.tickets.read((request.params as { '*': string })['*'], this.clock.now());
    if (!ticket) return refuseRequest(request, reply, TokenInvalid);
    if (request.headers['content-encoding'] !== undefined) return refuseRequest(request, reply, MediaTypeUnsupported);
    const { maxBytes } = ticket;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refuseRequest(request, reply, FileTooLarge, { maxBytes });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `whole-${randomUUID()}`);
    try {
      await pipeline(bounded(request.raw, maxBytes), createWriteStream(path, { mode: 0o600 }));
      const { id, size, sha256 } = await this.takingIn.take(path, ticket);
      void reply.code(201).send({ id, size, sha256 });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuseRequest(request, reply, error.kind, error.facts as Record<string, unknown>);
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function* bounded(body: Readable, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    if ((size += chunk.byteLength) > maxBytes) throw refuse(FileTooLarge, { maxBytes });
    yield chunk;
  }
}
