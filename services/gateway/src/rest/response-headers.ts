import type { FastifyInstance } from 'fastify';
import type { EdgeSettings } from '../settings.js';

/** What every page carries unless it says otherwise: our own styles only, no script, never inside a frame. */
const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * What every answer of the API carries: it is never sniffed, nor kept by a cache on a shared school computer. No more than
 * that, since JSON runs nothing and each header costs on every answer.
 */
const apiHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** A year, as preload lists ask; only where the platform is reached by https. */
export const transportSecurity = (origin: string) =>
  origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {};

export function addPageHeaders(server: FastifyInstance, { origin }: Pick<EdgeSettings, 'origin'>): void {
  const headers = { ...pageHeaders, ...transportSecurity(origin) };
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** The API’s headers. */
export function addApiHeaders(scope: FastifyInstance, { origin }: Pick<EdgeSettings, 'origin'>): void {
  const headers = { ...apiHeaders, ...transportSecurity(origin) };
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
