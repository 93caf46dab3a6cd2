import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Conditions } from './readiness.js';

/** `/health/live` and `/health/ready` on a port of their own, so that a busy service still answers its supervisor. */
export class Health {
  private conditions: Pick<Conditions, 'missing'> = { missing: () => ['starting'] };

  private constructor(private readonly server: Server) {
    server.on('request', ({ url }, response) => {
      const missing = url === '/health/ready' ? this.conditions.missing() : [];
      const known = url === '/health/ready' || url === '/health/live';
      response.writeHead(known ? (missing.length ? 503 : 200) : 404, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(missing.length ? { status: 'not ready', missing } : { status: known ? 'ok' : 'unknown' }));
    });
  }

  /** Listens before anything else starts: a process that waits for its database is alive. */
  static async listen(port: number, host = process.env.LIANXUE_HEALTH_HOST ?? '127.0.0.1'): Promise<Health> {
    const server = createServer();
    server.listen(port, host);
    await once(server, 'listening');
    return new Health(server);
  }

  watch(conditions: Pick<Conditions, 'missing'>): void {
    this.conditions = conditions;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
