import { files, RateLimited, Refusal, TokenMissing } from '@lianxue/contracts';
import { logOf } from '@lianxue/wire';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Admitting } from '../limits/admitting.js';
import { answerFault } from '../rest/faults.js';
import { refuseRequest } from '../rest/refusing.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { GoingOut } from './going-out.js';
import { ResumableUploads, type Outcome } from './resumable-uploads.js';
import { largest } from './tickets.js';
import { WholeUploads } from './whole-uploads.js';

const taken = 'Authorization, Content-Type, Accept-Language, Range, If-Range';
const shown = 'Accept-Ranges, Content-Disposition, Content-Range, ETag, Location, Retry-After, Tus-Resumable, Upload-Length, Upload-Offset';

/** Takes files against tickets and gives them out against links; call before the application listens. */
export async function mountFiles(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => routes(scope, app), { prefix: '/files' });
}

/** Bodies are streams here: nothing parses them, and each route counts for itself. */
function routes(scope: FastifyInstance, app: NestFastifyApplication): void {
  const [whole, resumable, going] = [app.get(WholeUploads), app.get(ResumableUploads), app.get(GoingOut)];
  const log = logOf('gateway');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.setErrorHandler((error, request, reply) => answerFault(error, request, reply, log));
  openTo(scope, app.get<EdgeSettings>(EDGE_SETTINGS).corsOrigins);
  scope.put('/upload/*', { bodyLimit: largest }, (request, reply) => whole.handle(request, reply));
  scope.route({ method: ['GET', 'HEAD'], url: '/:id', exposeHeadRoute: false, handler: (request, reply) => going.goes(request, reply) });
  for (const url of ['/resumable', '/resumable/:name']) {
    scope.options(url, async (request, reply) => send(request, reply, await resumable.options(request, reply)));
    scope.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
      url,
      bodyLimit: largest,
      handler: (request, reply) => asSender(app.get(Admitting), request, reply, resumable),
    });
  }
}

/** Every request of an upload is one of its sender’s: with their own token, counted under their name, refused when they no longer may. */
async function asSender(admitting: Admitting, request: FastifyRequest, reply: FastifyReply, resumable: ResumableUploads): Promise<void> {
  const admitted = await admitting.admit(files.ticket, request);
  if (admitted instanceof Refusal) return send(request, reply, admitted);
  const { standing, caller } = admitted;
  if (!standing.allowed) return refuseRequest(request, reply.header('retry-after', String(standing.retryAfterSeconds)), RateLimited);
  if (!caller) return refuseRequest(request, reply, TokenMissing);
  send(request, reply, await resumable.handle(request, reply, caller));
}

function send(request: FastifyRequest, reply: FastifyReply, outcome: Outcome): void {
  if (outcome instanceof Refusal)
    return refuseRequest(request, reply.header('tus-resumable', '1.0.0'), outcome.kind, outcome.facts as Record<string, unknown>);
  void reply
    .code(outcome.status)
    .headers(Object.fromEntries(outcome.headers))
    .send(outcome.body ?? undefined);
}

/** Pages of these origins send and read files too; what they may is in the ticket, the token, the link. */
function openTo(scope: FastifyInstance, origins: readonly string[]): void {
  const anyOrigin = origins.includes('*');
  scope.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin !== undefined && (anyOrigin || origins.includes(origin)))
      reply.headers({ 'access-control-allow-origin': anyOrigin ? '*' : origin, 'access-control-expose-headers': shown, vary: 'Origin' });
    done();
  });
  scope.options('/*', (_request, reply) => {
    void reply.code(204).headers({ 'access-control-allow-methods': 'GET, HEAD, PUT', 'access-control-allow-headers': taken }).send();
  });
}
