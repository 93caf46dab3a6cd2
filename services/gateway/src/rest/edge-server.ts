import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HeadersTooLarge, RequestMalformed, RequestTooSlow, type Wording } from '../problems/edge.refusals.js';
import { problemMediaType, problemOf } from '../problems/problem.js';
import type { EdgeSettings } from '../settings.js';
import { answerFault } from './faults.js';
import { refuseRepeatedHeaders } from './repeated-headers.js';
import { traceOf, traceparentOf } from './trace.js';

/** The largest body of an ordinary operation, as the wire carries it. */
const bodyLimit = 256 * 1024;

/** The time within which the headers, and but for files a whole request, must have arrived. */
const arrivingMs = 30_000;

/** The HTTP server of the edge with every limit set: Fastify's own defaults wait for ever. */
export function edgeServer(settings: Pick<EdgeSettings, 'trustedProxies'>, log: Logger): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // A whole request has its time too ({@link hasItsTime}); Node's own knows no file that takes an hour over a bad line.
    requestTimeout: 0,
    // No byte either way for so long ends the connection; longer than any answer takes.
    connectionTimeout: 40_000,
    // Longer than the 60 s after which common load balancers let go, so that they close first.
    keepAliveTimeout: 65_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: arrivingMs },
    routerOptions: { maxParamLength: 500 },
    genReqId: (raw) => traceparentOf(raw.headers['traceparent']),
    // What arrives on an open connection while we close is still answered; the connection then ends.
    return503OnClosing: false,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      const wording = socketFaults[error.code ?? ''] ?? RequestMalformed;
      socket.end(rawProblem(wording));
    },
    frameworkErrors: (error, request, reply) => answerFault(error, request, reply, log),
  });
  server.addHook('onRequest', refuseRepeatedHeaders);
  server.addHook('onRequest', hasItsTime);
  return server;
}

/** What carries a body must have arrived whole in time: a slow sender may not hold a connection. Files alone go on while bytes come. */
function hasItsTime(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const { raw } = request;
  const isBodied = raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0;
  if (isBodied && !request.url.startsWith('/files/')) {
    const late = setTimeout(() => raw.socket.end(rawProblem(RequestTooSlow)), arrivingMs);
    raw.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  }
  done();
}

const socketFaults: Readonly<Record<string, Wording>> = {
  HPE_HEADER_OVERFLOW: HeadersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTooSlow,
};

/** A problem for a request so broken that there is no request object to answer. */
function rawProblem(wording: Wording): string {
  const body = JSON.stringify(problemOf(wording, {}, 'zh', traceOf(traceparentOf(undefined))));
  return `HTTP/1.1 ${wording.status} Refused\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
}
