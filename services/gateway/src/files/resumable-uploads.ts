import { AsyncLocalStorage } from 'node:async_hooks';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileTooLarge, FileUnknown, Refusal, refuse, TicketUsed, TokenInvalid, type Caller, type Clock } from '@lianxue/contracts';
import type { Files } from '@lianxue/files';
import { Metadata, Server, type Upload } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NodeRequest } from 'srvx/node';
import { checksumAlgorithms, checksumOf, Pieces } from './pieces.js';
import type { TakingIn } from './taking-in.js';
import { ticketMs, type Ticket, type Tickets } from './tickets.js';

/** What lies longer than a ticket holds belongs to no upload that could go on. */
const leftMs = ticketMs + 3600_000;

const path = '/files/resumable';

/** How a request came out: an answer of tus's, or a refusal of ours. */
export type Outcome = Response | Refusal;

/**
 * Uploads that go on where they were cut off, by tus 1.0: after a break of the line, after a restart of this process, for as long as the
 * ticket holds, and for nobody but whoever asked for it. What stands on the disk is all that is known of them.
 */
export class ResumableUploads {
  private readonly pieces: Pieces;
  private readonly tus: Server;
  /** What went wrong with each request that tus is answering. */
  private readonly failures = new AsyncLocalStorage<{ error?: unknown }>();
  /** Uploads that are whole and being taken in, by name. */
  private readonly finishing = new Map<string, Promise<void>>();

  constructor(
    private readonly parts: {
      readonly files: Files;
      readonly tickets: Tickets;
      readonly takingIn: TakingIn;
      readonly clock: Clock;
      readonly folder: string;
      readonly largest: number;
    },
  ) {
    this.pieces = new Pieces(parts.folder, ticketMs);
    this.tus = new Server({
      path,
      relativeLocation: true,
      datastore: this.pieces,
      maxSize: (_request, name) => this.mostOf(name),
      allowedHeaders: ['Upload-Checksum'],
      onResponseError: (_request, error) => {
        Object.assign(this.failures.getStore() ?? {}, { error });
        return undefined;
      },
      namingFunction: (_request, metadata) => parts.tickets.nameOf(this.admitted(metadata)),
      onUploadFinish: async (_request, upload) => {
        await this.finish(upload);
        return {};
      },
    });
  }

  /** Answers a request of this caller's. */
  async handle(request: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<Outcome> {
    const checksum = checksumOf(headerOf(request, 'upload-checksum'));
    if (checksum === 'unknown') return new Response('Unsupported checksum algorithm\n', { status: 400 });
    try {
      const { method } = request;
      if (method === 'POST') await this.begins(request, caller);
      else {
        const done = await this.goesOn(nameIn(request), caller, method);
        if (done) return done;
      }
      return await this.pieces.expecting(checksum, () => this.answer(request, reply));
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  /** What this server can do, told to anybody. */
  async options(request: FastifyRequest, reply: FastifyReply): Promise<Response> {
    const response = (await this.answer(request, reply)) as Response;
    response.headers.set('tus-checksum-algorithm', checksumAlgorithms.join(','));
    return response;
  }

  /** Takes away what was begun and never finished. */
  async forget(): Promise<void> {
    for (const name of await readdir(this.parts.folder).catch(() => [])) {
      const found = join(this.parts.folder, name);
      const { mtimeMs } = await stat(found).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > leftMs) await rm(found, { force: true, recursive: true });
    }
  }

  /** What our own hooks refuse passes through tus as it is; what nobody foresaw is not told to the sender. */
  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<Outcome> {
    const failure: { error?: unknown } = {};
    const web = new NodeRequest({ req: request.raw, res: reply.raw });
    const response = await this.failures.run(failure, () => this.tus.handleWeb(web));
    if (failure.error instanceof Refusal) return failure.error;
    if (failure.error instanceof Error) throw failure.error;
    return response;
  }

  private async begins(request: FastifyRequest, caller: Caller): Promise<void> {
    const ticket = this.admitted(metadataOf(headerOf(request, 'upload-metadata')));
    assertSent(ticket, caller);
    if (Number(headerOf(request, 'upload-length') ?? 0) > ticket.maxBytes) throw refuse(FileTooLarge, { maxBytes: ticket.maxBytes });
    if (await this.parts.files.about(ticket.id)) throw refuse(TicketUsed);
  }

  /** Holds an upload under way to its sender; answers itself where there is nothing left to send. */
  private async goesOn(name: string, caller: Caller, method: string): Promise<Response | undefined> {
    const upload = await this.underWay(name);
    if (upload) {
      const ticket = this.parts.tickets.ours(upload.metadata?.['ticket'] ?? '');
      if (!ticket) throw refuse(FileUnknown);
      assertSent(ticket, caller);
      // Whole, but the process ended before it was taken in.
      if (upload.offset !== upload.size || method === 'DELETE') return undefined;
      await this.finish(upload);
    }
    const id = this.parts.tickets.idOf(name);
    const file = id === undefined ? undefined : await this.parts.files.about(id);
    if (!file || file.owner.subject !== caller.subject || file.owner.client !== caller.client) throw refuse(FileUnknown);
    return allThere(file.size);
  }

  private async underWay(name: string): Promise<Upload | undefined> {
    await this.finishing.get(name);
    return this.pieces.getUpload(name).catch((error: { status_code?: number }) => {
      if (error.status_code === undefined) throw error;
      return undefined;
    });
  }

  /** What the ticket of an upload allows, though its sender did not say at first how long it would be. */
  private async mostOf(name: string | null): Promise<number> {
    const upload = name === null ? undefined : await this.pieces.getUpload(name).catch(() => undefined);
    return this.parts.tickets.ours(upload?.metadata?.['ticket'] ?? '')?.maxBytes ?? this.parts.largest;
  }

  /** Once for all who ask: the connection that sent the last piece may be gone before it is done. */
  private finish(upload: Upload): Promise<void> {
    const { id: name } = upload;
    const under = this.finishing.get(name);
    if (under) return under;
    const finishing = this.takeIn(upload).finally(() => this.finishing.delete(name));
    this.finishing.set(name, finishing);
    return finishing;
  }

  /** What is refused goes; what failed for a reason of ours stays, to be tried again. */
  private async takeIn({ id: name, metadata }: Upload): Promise<void> {
    const ticket = this.parts.tickets.ours(metadata?.['ticket'] ?? '');
    if (!ticket) throw refuse(TokenInvalid);
    try {
      await this.parts.takingIn.take(this.pieces.pathOf(name), ticket);
    } catch (error) {
      if (error instanceof Refusal) await this.pieces.drop(name);
      throw error;
    }
    await this.pieces.drop(name);
  }

  private admitted(metadata: Record<string, string | null> | undefined): Ticket {
    const ticket = this.parts.tickets.read(metadata?.['ticket'] ?? '', this.parts.clock.now());
    if (!ticket) throw refuse(TokenInvalid);
    return ticket;
  }
}

/** An upload belongs to whoever asked for its ticket; to everyone else it does not exist. */
function assertSent(ticket: Ticket, { subject, client }: Caller): void {
  if (ticket.subject !== subject || ticket.client !== client) throw refuse(FileUnknown);
}

/** What a client that comes back after the last piece is told. */
const allThere = (size: number): Response =>
  new Response(null, {
    status: 200,
    headers: { 'tus-resumable': '1.0.0', 'cache-control': 'no-store', 'upload-offset': String(size), 'upload-length': String(size) },
  });

const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const nameIn = ({ params }: FastifyRequest): string => (params as { name?: string }).name ?? '';

function metadataOf(header: string | undefined): Record<string, string | null> | undefined {
  try {
    return Metadata.parse(header);
  } catch {
    return undefined;
  }
}
