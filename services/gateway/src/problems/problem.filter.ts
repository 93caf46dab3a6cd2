import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refusal } from '@lianxue/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { answerFault } from '../rest/faults.js';
import { refuseRequest, type Facts } from '../rest/refusing.js';
import { RequestMalformed, RouteUnknown } from './edge.refusals.js';

/** What Nest's own controllers throw, in the same words as everything else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return this.log.error({ err: error, trace: request.id }, 'failed after answering');
    if (error instanceof Refusal) return refuseRequest(request, reply, error.kind, error.facts as Facts);
    if (error instanceof HttpException && error.getStatus() === 404) return refuseRequest(request, reply, RouteUnknown);
    if (error instanceof HttpException && error.getStatus() === 400) return refuseRequest(request, reply, RequestMalformed);
    answerFault(error, request, reply, this.log);
  }
}
