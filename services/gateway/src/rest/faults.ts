import { BodyTooLarge, MediaTypeUnsupported } from '@lianxue/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { RequestMalformed, RequestTooSlow, type Wording } from '../problems/edge.refusals.js';
import { confessAccident, refuseRequest } from './refusing.js';

/** What Fastify throws while it reads a request, in our words. */
const readingFaults: Readonly<Record<string, Wording>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: BodyTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: MediaTypeUnsupported,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: RequestMalformed,
  FST_ERR_CTP_EMPTY_JSON_BODY: RequestMalformed,
  FST_ERR_CTP_INVALID_JSON_BODY: RequestMalformed,
  FST_ERR_BAD_URL: RequestMalformed,
  FST_ERR_MAX_PARAM_LENGTH: RequestMalformed,
  FST_ERR_ASYNC_CONSTRAINT: RequestMalformed,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTooSlow,
};

/** Answers what went wrong at the edge: a fault of the request as a refusal, everything else as an accident with a log line. */
export function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const { code = '', statusCode } = error as { code?: string; statusCode?: number };
  const wording = readingFaults[code] ?? (statusCode === 400 ? RequestMalformed : undefined);
  if (wording) return refuseRequest(request, reply, wording);
  log.error({ err: error, trace: request.id, route: request.routeOptions?.url }, 'request failed');
  confessAccident(request, reply);
}
