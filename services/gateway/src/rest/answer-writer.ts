import type { AnyOperation } from '@lianxue/contracts';
import type { CallAnswer } from '@lianxue/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ProblemCatalogue } from '../problems/catalogue.js';
import { AnswerNotAcceptable } from '../problems/edge.refusals.js';
import { jsonMediaType, spreadsheetMediaType } from './media-types.js';
import { confessAccident, refuseRequest, type Facts } from './refusing.js';
import { isUnchanged } from './route-request.js';
import { asksForSpreadsheet, type Spreadsheets } from './spreadsheet/spreadsheets.js';

/** Asks the service, with this query instead of the request's own where more than one page is wanted. */
export type Ask = (query: unknown) => Promise<CallAnswer>;

/** Turns a service's answer into an HTTP response: bytes as they are, refusals in words. */
export class AnswerWriter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly spreadsheets: Spreadsheets,
    private readonly log: Logger,
  ) {}

  async write(op: AnyOperation, request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<void> {
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
    reply
      .header('content-type', spreadsheetMediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`)
      .send(made.file);
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

/** The address of the next page: this one with another cursor, relative so that it holds behind any proxy. */
function nextPage(request: FastifyRequest, cursor: string): string {
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
