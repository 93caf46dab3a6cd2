import { RateLimited, Refusal, TokenMissing } from '@lianxue/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { Admitting } from '../limits/admitting.js';
import { WallsFull } from '../problems/edge.refusals.js';
import { refuseRequest } from '../rest/refusing.js';
import { Streaming } from './streaming.js';

/** The stream of the command centre 信息指挥中心; call before the application listens. */
export async function mountCommandCentre(app: NestFastifyApplication): Promise<void> {
  const [admitting, streaming] = [app.get(Admitting), app.get(Streaming)];
  const server = app.getHttpAdapter().getInstance();
  server.get('/command-centre/board', (request, reply) => void open(request, reply));
  server.addHook('preClose', (done) => {
    streaming.close();
    done();
  });

  async function open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const admitted = await admitting.admit({ name: 'edge.commandCentre' }, request);
    if (admitted instanceof Refusal) return refuseRequest(request, reply, admitted.kind, admitted.facts as Record<string, unknown>);
    const { standing, token } = admitted;
    if (!standing.allowed) return refuseRequest(request, reply.header('retry-after', String(standing.retryAfterSeconds)), RateLimited);
    if (token === undefined) return refuseRequest(request, reply, TokenMissing);
    if (!streaming.hasRoom) return refuseRequest(request, reply.header('retry-after', '10'), WallsFull);
    reply.hijack();
    // A proxy that gathers what it forwards would hold the board back.
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    await streaming.send(reply, token, new Date(decodeJwt(token).exp! * 1000));
  }
}
