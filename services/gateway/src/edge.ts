import { setTimeout as sleep } from 'node:timers/promises';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Conditions, NestLog } from '@lianxue/wire';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ProblemFilter } from './problems/problem.filter.js';
import { ContractRoutes } from './rest/contract-routes.js';
import { allowOrigins } from './rest/cross-origin.js';
import { edgeServer } from './rest/edge-server.js';
import { addApiHeaders, addPageHeaders } from './rest/response-headers.js';
import type { EdgeSettings } from './settings.js';

/** How often connections that fell idle are let go while the edge closes; each would else hold it for its keep-alive time. */
const letGoEveryMs = 50;

/** The running edge. */
export class Edge {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly server: FastifyInstance,
    private readonly settings: EdgeSettings,
  ) {}

  /** Opens the edge of an application: its own pages by Nest, the contracts' routes beside Nest. `mount` adds what else it serves. */
  static async open(
    module: Type | DynamicModule,
    settings: EdgeSettings,
    log: Logger,
    mount: (app: NestFastifyApplication) => Promise<void> = async () => undefined,
  ): Promise<Edge> {
    const server = edgeServer(settings, log);
    const { api } = await apart(server);
    addApiHeaders(api, settings);
    allowOrigins(api, settings.corsOrigins);
    addPageHeaders(server, settings);
    const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(server as never), {
      logger: new NestLog(log),
      abortOnError: false,
      // Whoever takes a body says in which form, in a part of the server of its own.
      bodyParser: false,
    });
    app.useGlobalFilters(new ProblemFilter(log));
    app.get(ContractRoutes).register(api);
    await mount(app);
    await app.listen(settings.port, settings.host);
    return new Edge(app, server, settings);
  }

  /** Tells balancers, finishes what is in flight, closes. What arrives meanwhile on an open connection is still answered. */
  async close(): Promise<void> {
    this.app.get(Conditions).stop();
    await sleep(this.settings.drainMs);
    const lettingGo = setInterval(() => this.server.server.closeIdleConnections(), letGoEveryMs);
    await this.app.close().finally(() => clearInterval(lettingGo));
  }
}

/**
 * A part of the server that the hooks Nest adds later do not reach: each costs, and the contracts' routes need none.
 * In an object, because a Fastify instance is a thenable, and awaiting it gives the whole server.
 */
async function apart(server: FastifyInstance): Promise<{ readonly api: FastifyInstance }> {
  let api = server;
  await server.register(async (scope) => {
    api = scope;
  });
  return { api };
}
