import { Logger } from '@nestjs/common';
import { TokenVerifier } from '@lianxue/wire';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestLimits } from '../limits/request-limits.js';
import { EdgeCalls } from '../rest/edge-calls.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { OwnerCalls } from './asking.js';
import { Collections } from './collections.js';
import { rosteringPaths, type Path } from './paths.js';
import { sendStatusInfo, Unanswered } from './status-info.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Serves OneRoster 1.2; call before the application listens. */
export async function mountOneRoster(app: NestFastifyApplication): Promise<void> {
  const { origin, deadlineMs } = app.get<EdgeSettings>(EDGE_SETTINGS);
  const owner = new OwnerCalls(app.get(EdgeCalls), app.get(TokenVerifier), app.get(RequestLimits), deadlineMs);
  const collections = new Collections(owner, origin);
  const fastify = app.getHttpAdapter().getInstance();
  const serve = (paths: readonly Path[]) => async (scope: FastifyInstance) => {
    speakOneRoster(scope);
    for (const path of paths)
      scope.get(
        path.url,
        answering((request, reply) => collections.answer(path, request, reply)),
      );
  };
  await fastify.register(serve(rosteringPaths), { prefix: '/ims/oneroster/rostering/v1p2' });
}

const log = new Logger('OneRoster');

/** Whatever goes wrong is told as OneRoster tells it; of an accident nothing but that it happened. */
const answering =
  (handler: Handler): Handler =>
  async (request, reply) => {
    try {
      await handler(request, reply);
    } catch (error) {
      if (!(error instanceof Unanswered)) log.error(error);
      sendStatusInfo(reply, error instanceof Unanswered ? error : new Unanswered('internal_server_error', 'Something went wrong here'));
    }
  };

function speakOneRoster(scope: FastifyInstance): void {
  scope.setErrorHandler((error, _request, reply) => {
    const { statusCode = 500 } = error as { statusCode?: number };
    sendStatusInfo(
      reply,
      statusCode >= 500
        ? new Unanswered('internal_server_error', 'Something went wrong here')
        : new Unanswered('invaliddata', 'The request cannot be read', 400),
    );
  });
  scope.setNotFoundHandler((_request, reply) => sendStatusInfo(reply, new Unanswered('unknownobject', 'There is no such address')));
}
