import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The files of Swagger UI that our page uses; its own start page, which names a foreign host, is not served. */
const served = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png', 'oauth2-redirect.html', 'oauth2-redirect.js']);

/** The page an authorization comes back to runs the one script beside it. */
const redirectPolicy = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Serves Swagger UI from this machine: no page of ours loads anything from elsewhere. */
export async function serveDocsAssets(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
    prefix: '/docs/',
    index: false,
    decorateReply: false,
    cacheControl: false,
    allowedPath: (path) => served.has(path.replace(/^\//, '')),
    setHeaders: (response, path) => {
      response.header('cache-control', 'public, max-age=3600');
      if (path.endsWith('oauth2-redirect.html')) response.header('content-security-policy', redirectPolicy);
    },
  });
}
