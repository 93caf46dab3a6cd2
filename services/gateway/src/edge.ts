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

/** How long a request on a connection made before we stopped listening may take to arrive. */
const arrivingMs = 200;
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

  /** Tells balancers, finishes what is in flight and what still arrives on an open connection, closes. */
  async close(): Promise<void> {
    const { server } = this.server;
    this.app.get(Conditions).stop();
    // Whoever asks from now on is told to connect anew next time: somewhere else, or once we are back.
    server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
    await sleep(this.settings.drainMs);
    // Node would at once cut connections on which a request is just arriving.
    const letIdleGo = server.closeIdleConnections.bind(server);
    server.closeIdleConnections = () => undefined;
    const closed = this.app.close();
    while (server.listening) await sleep(10);
    await sleep(arrivingMs);
    const lettingGo = setInterval(letIdleGo, letGoEveryMs);
    await closed.finally(() => clearInterval(lettingGo));
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
