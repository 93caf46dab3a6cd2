import type { FastifyInstance } from 'fastify';

const methods = 'GET, POST, PUT, PATCH, DELETE';
const taken = 'Authorization, Content-Type, Accept-Language, Acting-Organisation, Idempotency-Key, If-Match, If-None-Match, traceparent';
const shown = 'ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate';

/** How long a browser may remember what it was allowed; browsers themselves cap it at two hours. */
const rememberedSeconds = '7200';

/**
 * Lets pages of these origins call the API (`*`: of any). A token speaks for the caller and no cookie ever does, so nothing
 * is given away. Only browsers send `Origin`; all other callers are spared the headers.
 */
export function allowOrigins(scope: FastifyInstance, origins: readonly string[]): void {
  const anyOrigin = origins.includes('*');
  scope.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin !== undefined) {
      if (!anyOrigin) reply.header('vary', 'Origin');
      if (anyOrigin || origins.includes(origin)) {
        reply.header('access-control-allow-origin', anyOrigin ? '*' : origin).header('access-control-expose-headers', shown);
      }
    }
    done();
  });
  scope.options('/*', (_request, reply) => {
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': methods,
        'access-control-allow-headers': taken,
        'access-control-max-age': rememberedSeconds,
      })
      .send();
  });
}
