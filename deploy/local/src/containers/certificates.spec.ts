import { connect, createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { certify } from './certificates.js';

describe('certificates of a deployment', () => {
  it('are trusted by who trusts their authority, for their own host name only', async () => {
    const { authority, certificate, key } = await certify(['nats', 'localhost']);
    const server = createServer({ cert: certificate, key }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const outcome = (servername: string, ca?: string) =>
      new Promise<string>((resolve) => {
        const socket = connect({ port, host: '127.0.0.1', servername, ...(ca && { ca }) });
        const finish = (result: string) => (socket.destroy(), resolve(result));
        socket.once('secureConnect', () => finish('trusted'));
        socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
      });
    expect(await outcome('nats', authority)).toBe('trusted');
    expect(await outcome('elsewhere', authority)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await outcome('nats')).not.toBe('trusted');
    await new Promise((resolve) => server.close(resolve));
  });
});
