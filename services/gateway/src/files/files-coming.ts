import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { FileTooLarge, FileUnknown, MediaTypeUnsupported, TokenInvalid, type Clock } from '@lianxue/contracts';
import type { Files } from '@lianxue/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseRequest } from '../rest/refusing.js';
import type { Tickets } from './tickets.js';
import { maxBytesOf, ticketMs, type Ticket } from './tickets.js';

/** How long a file that was sent stays; what was made of it stays longer. */
const keptMs = 30 * 24 * 3600_000;

export const largest = maxBytesOf({ kind: 'roster' });

/** Files on their way in, against tickets, and out, against links. */
export class FilesComing {
  private readonly tus: Server;

  constructor(
    private readonly files: Files,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
    folder: string,
  ) {
    this.tus = new Server({
      path: '/files/resumable',
      relativeLocation: true,
      datastore: new FileStore({ directory: folder, expirationPeriodInMilliseconds: ticketMs }),
      maxSize: largest,
      namingFunction: (_request, metadata) => this.tickets.nameOf(this.admitted(metadata)),
      onUploadCreate: async (_request, upload) => {
        const ticket = this.admitted(upload.metadata);
        if ((upload.size ?? Infinity) > maxBytesOf(ticket)) throw { status_code: 413, body: 'The file is larger than its ticket allows' };
        return {};
      },
      onUploadFinish: async (_request, upload) => {
        await this.keep(this.admitted(upload.metadata), createReadStream(join(folder, upload.id)));
        await this.tus.datastore.remove(upload.id);
        return {};
      },
    });
  }

  /** All bytes at once, against a ticket. */
  async whole(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ticket = this.tickets.read((request.params as { ticket: string }).ticket, this.clock.now());
    if (!ticket) return refuseRequest(request, reply, TokenInvalid);
    if (request.headers['content-encoding'] !== undefined) return refuseRequest(request, reply, MediaTypeUnsupported);
    const maxBytes = maxBytesOf(ticket);
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return refuseRequest(request, reply, FileTooLarge, { maxBytes });
    try {
      const { id, size, sha256 } = await this.keep(ticket, bounded(request.raw, maxBytes));
      void reply.code(201).send({ id, size, sha256 });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      refuseRequest(request, reply, FileTooLarge, { maxBytes });
    }
  }

  /** Takes away what was begun and never finished. */
  async forget(): Promise<void> {
    await this.tus.cleanUpExpiredUploads();
  }

  /** Piece by piece, resumed after a break, as tus 1.0 says. What was sent is read again by link alone. */
  async resumable(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.method === 'GET') return refuseRequest(request, reply, FileUnknown);
    reply.hijack();
    const { raw } = request;
    await this.tus.handle(raw, reply.raw);
  }

  /** Out, against a link. */
  async goes(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { id } = request.params as { id: string };
    const { until = '', mark = '' } = request.query as { until?: string; mark?: string };
    const now = this.clock.now();
    const file = this.tickets.opens(id, String(until), String(mark), now) ? await this.files.about(id) : undefined;
    if (!file || file.until <= now) return refuseRequest(request, reply, FileUnknown);
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', file.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(this.files.read(file));
  }

  private admitted(metadata: Record<string, string | null> | undefined): Ticket {
    const ticket = this.tickets.read(metadata?.['ticket'] ?? '', this.clock.now());
    if (!ticket) throw { status_code: 401, body: 'The metadata carries no valid ticket' };
    return ticket;
  }

  private keep({ id, kind, name, subject, client }: Ticket, content: AsyncIterable<Uint8Array>) {
    const until = new Date(this.clock.now().getTime() + keptMs);
    return this.files.keep(content, { id, kind, name, owner: { subject, client }, until });
  }
}

class TooLarge extends Error {}

async function* bounded(body: Readable, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    if ((size += chunk.byteLength) > most) throw new TooLarge();
    yield chunk;
  }
}
