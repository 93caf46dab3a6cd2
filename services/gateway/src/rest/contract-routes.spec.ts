import { describe, expect, it } from '@jest/globals';
import { publicContracts, publicOperations } from '@lianxue/contracts';
import { logOf } from '@lianxue/wire';
import { fastify } from 'fastify';
import { openApiDocument } from '../openapi/document.js';
import { ContractRoutes } from './contract-routes.js';

describe('the routes of the contracts', () => {
  it('are those of the API document, no more and no fewer', async () => {
    const server = fastify();
    const routes = new Set<string>();
    server.addHook('onRoute', ({ method, url, handler }) => {
      // An address also refuses the methods it does not take; those routes are no operations.
      if (handler.toString().includes('MethodNotAllowed')) return;
      for (const each of [method].flat()) if (each !== 'HEAD') routes.add(`${each} ${url}`);
    });
    new ContractRoutes(publicContracts, { log: logOf('gateway') } as never).register(server);
    await server.ready();
    const { paths } = openApiDocument() as { paths: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect([...routes].sort()).toEqual(documented.sort());
    expect(documented.length).toBe(publicOperations().length);
    await server.close();
  });
});
