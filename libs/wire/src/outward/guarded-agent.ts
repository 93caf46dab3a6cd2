import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { hostOf, type Reachable } from './reachable.js';

/** How long whoever is called may take over each part of an answer, and how much may be read of one. */
export interface Bounds {
  readonly patienceMs: number;
  readonly mostBytes?: number;
}

/** Calls that reach no address inside, however a name resolves, and that nobody can keep waiting. */
export const guardedAgent = (reachable: Reachable, { patienceMs, mostBytes = -1 }: Bounds): Agent =>
  new Agent({
    connect: connectorOf(reachable, patienceMs),
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 16 * 1024,
    maxResponseSize: mostBytes,
  });

/** Connects to names by checked addresses only; an address written out is checked here, since no lookup is made for it. */
function connectorOf(reachable: Reachable, patienceMs: number): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>();
  const connectorTo = (port: number) => {
    let found = connectors.get(port);
    if (!found) connectors.set(port, (found = buildConnector({ timeout: patienceMs, lookup: reachable.lookupFor(port), allowH2: false })));
    return found;
  };
  return (options, done) => {
    const host = hostOf(options.hostname);
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    try {
      if (isIP(host) > 0) reachable.assert(host, port);
    } catch (error) {
      return done(error as Error, null);
    }
    connectorTo(port)(options, done);
  };
}
