import type { AnyOperation } from '@lianxue/contracts';
import type { CallAnswer } from '@lianxue/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ProblemCatalogue } from '../problems/catalogue.js';
import { AnswerNotAcceptable } from '../problems/edge.refusals.js';
import { jsonMediaType, spreadsheetMediaType } from './media-types.js';
import { confessAccident, refuseRequest, type Facts } from './refusing.js';
import { isUnchanged } from './route-request.js';
import { formats, type Format } from '@lianxue/papers';
import { formatAccepted, type Papers } from './papers/papers.js';
import { asksForSpreadsheet, type Spreadsheets } from './spreadsheet/spreadsheets.js';

/** Asks the service, with this query instead of the request's own where more than one page is wanted. */
export type Ask = (query: unknown) => Promise<CallAnswer>;

/** Turns a service's answer into an HTTP response: bytes as they are, refusals in words. */
export class AnswerWriter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly spreadsheets: Spreadsheets,
    private readonly papers: Papers,
    private readonly log: Logger,
  ) {}

  async write(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<void> {
    const format = op.returns?.kind === 'paper' ? formatAccepted(request) : undefined;
    if (format) return this.print(format, op, request, reply, ask);
    if (asksForSpreadsheet(request)) return this.export(op, request, reply, ask);
    const answer = await ask(request.query);
    if (answer.status >= 400) this.refuse(op, request, reply, answer);
    else this.succeed(op, request, reply, answer);
  }

  private async export(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<void> {
    if (op.returns?.kind !== 'page') return refuseRequest(request, reply, AnswerNotAcceptable);
    const made = await this.spreadsheets.of(op, request.query as Record<string, string>, ask);
    if ('refused' in made) return this.refuse(op, request, reply, made.refused);
    if (made.next !== undefined) reply.header('link', `<${nextPage(request, made.next)}>; rel="next"`);
    sendFile(reply, spreadsheetMediaType, made);
  }

  private async print(format: Format, op: AnyOperation, request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<void> {
    const made = await this.papers.of(format, () => ask(request.query));
    if ('refused' in made) return this.refuse(op, request, reply, made.refused);
    if (format === 'html') reply.header('content-security-policy', pagePolicy);
    sendFile(
      reply,
      formats[format].mediaType + (format === 'html' ? '; charset=utf-8' : ''),
      made,
      format === 'html' ? 'inline' : 'attachment',
    );
  }

  private succeed(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, { status, head, body }: CallAnswer): void {
    if (head.etag !== undefined) reply.header('etag', head.etag);
    if (op.keptSeconds !== undefined) reply.header('cache-control', `public, max-age=${op.keptSeconds}`);
    if (isUnchanged(op, request, head.etag)) return void reply.code(304).send();
    if (head.location !== undefined) reply.header('location', head.location);
    if (head.next !== undefined) reply.header('link', `<${nextPage(request, head.next)}>; rel="next"`);
    reply.code(status);
    if (status === 204) return void reply.send();
    reply.header('content-type', jsonMediaType).send(body);
  }

  private refuse(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, { status, head, body }: CallAnswer): void {
    const { code, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts?: Facts };
    if (head.retryAfter !== undefined) reply.header('retry-after', String(head.retryAfter));
    const wording = this.catalogue.find(code);
    if (wording && wording.status !== 500) return refuseRequest(request, reply, wording, facts);
    this.log.error(
      { operation: op.name, status, code, trace: request.id },
      wording ? 'a service met an accident' : 'a service refused with a code of no contract',
    );
    confessAccident(request, reply);
  }
}

/** A paper as a page has its own style and nothing else: no script, no picture, no form. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function sendFile(
  reply: FastifyReply,
  mediaType: string,
  { file, name }: { readonly file: Buffer; readonly name: string },
  disposition: 'attachment' | 'inline' = 'attachment',
): void {
  reply
    .header('content-type', mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(file);
}

/** The address of the next page: this one with another cursor, relative so that it holds behind any proxy. */
function nextPage(request: FastifyRequest, cursor: string): string {
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
