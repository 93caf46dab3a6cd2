import type { FastifyInstance } from 'fastify';
import cors from '@fastify/cors';
import type { EdgeSettings } from '../settings.js';

/** What every answer of the API carries: data is never sniffed, framed, run or kept by a cache on a shared school computer. */
const apiHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** What every page carries unless it says otherwise: our own scripts and styles only, never inside a frame. */
const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** A year, as preload lists ask; only where the platform is reached by https. */
const transportSecurity = (origin: string) =>
  origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {};

export function addPageHeaders(server: FastifyInstance, { origin }: Pick<EdgeSettings, 'origin'>): void {
  const headers = { ...pageHeaders, ...transportSecurity(origin) };
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** The API's headers, and its permission to be called by pages elsewhere: a token speaks for the caller, no cookie does. */
export async function addApiHeaders(
  scope: FastifyInstance,
  { origin, corsOrigins }: Pick<EdgeSettings, 'origin' | 'corsOrigins'>,
): Promise<void> {
  const headers = { ...apiHeaders, ...transportSecurity(origin) };
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await scope.register(cors, {
    origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Accept-Language',
      'Acting-Organisation',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'traceparent',
    ],
    exposedHeaders: ['ETag', 'Link', 'Location', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'WWW-Authenticate'],
    maxAge: 7200,
    strictPreflight: false,
  });
}
