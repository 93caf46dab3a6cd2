import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, LookupFunction } from 'node:net';
import { Reachable } from '@lianxue/wire';
import { Sending } from './sending.js';

const world = new Reachable([]);
const opened = new Reachable(['127.0.0.0/8', '10.20.0.0/16']);

/** A name that means these addresses. */
const meaning = (...addresses: string[]): LookupFunction =>
  ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as LookupFunction;

describe('where webhooks may go', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '169.254.169.254',
    '169.254.0.23',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '2002:7f00:1::1',
    '2001::1',
    'ff02::1',
  ])('is not %s', (address) => {
    expect(() => world.assert(address, 443)).toThrow('Nobody is called');
  });

  it.each(['1.1.1.1', '39.156.66.10', '2400:3200::1'])('may be %s, on 443', (address) => {
    expect(() => world.assert(address, 443)).not.toThrow();
    expect(() => world.assert(address, 22)).toThrow();
  });

  it('is what the installation allows, on any port, and nothing near it', () => {
    expect(() => opened.assert('127.0.0.1', 8080)).not.toThrow();
    expect(() => opened.assert('10.20.9.9', 8443)).not.toThrow();
    expect(() => opened.assert('10.21.0.1', 443)).toThrow();
    expect(() => opened.assert('::ffff:127.0.0.1', 443)).not.toThrow();
  });

  it('is no private address however it is written', () => {
    const privately = fc.tuple(fc.constantFrom(10, 127), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(privately, fc.constantFrom('dotted', 'number', 'hex', 'octal', 'mapped'), ([a, b, c, d], form) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const host = {
          dotted: `${a}.${b}.${c}.${d}`,
          number: String(number),
          hex: `0x${number.toString(16)}`,
          octal: `0${a.toString(8)}.${b}.${c}.${d}`,
          mapped: `[::ffff:${a}.${b}.${c}.${d}]`,
        }[form];
        return !world.admits(`https://${host}/`);
      }),
    );
  });

  it.each([
    ['https://vendor.example/hooks', true],
    ['https://vendor.example:8443/hooks', false],
    ['http://vendor.example/hooks', false],
    ['https://user:password@vendor.example/', false],
    ['https://vendor.example/#here', false],
    ['https://localhost/', false],
    ['https://postgres/', false],
    ['https://1.1.1.1/', true],
  ])('%s may be registered: %s', (url, may) => expect(world.admits(url)).toBe(may));

  it('may be a loopback address where that is allowed', () => {
    expect(opened.admits('http://127.0.0.1:9000/hooks')).toBe(true);
    expect(opened.admits('http://localhost:9000/hooks')).toBe(true);
    expect(world.admits('http://localhost:9000/hooks')).toBe(false);
  });
});

describe('a connection', () => {
  const send = async (reachable: Reachable, url: string) => {
    const sending = new Sending(reachable);
    try {
      return await sending.send({ url, headers: {}, body: '{}' }, { withinMs: 2_000 });
    } finally {
      await sending.close();
    }
  };
  const listening = async (): Promise<{ server: Server; port: number; asked: () => number }> => {
    let asked = 0;
    const server = createServer((_request, response) => (asked++, response.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port, asked: () => asked };
  };

  it('is not made to a name that means an address inside, nor to one that means it among others', async () => {
    const { server, port, asked } = await listening();
    for (const lookup of [meaning('127.0.0.1'), meaning('1.1.1.1', '127.0.0.1')])
      expect(await send(new Reachable([], lookup), `http://vendor.example:${port}/`)).toMatchObject({
        delivered: false,
        error: 'address_refused',
      });
    expect(await send(world, `http://127.0.0.1:${port}/`)).toMatchObject({ error: 'address_refused' });
    expect(await send(world, `http://[::ffff:127.0.0.1]:${port}/`)).toMatchObject({ error: 'address_refused' });
    expect(asked()).toBe(0);
    server.close();
  });

  it('goes to the very address that was checked', async () => {
    const { server, port, asked } = await listening();
    expect(await send(new Reachable(['127.0.0.0/8'], meaning('127.0.0.1')), `http://vendor.example:${port}/`)).toMatchObject({
      delivered: true,
    });
    expect(asked()).toBe(1);
    server.close();
    server.closeAllConnections();
  });

  it('says what it lacked', async () => {
    const lost: LookupFunction = (_name, _options, done) => done(Object.assign(new Error(), { code: 'ENOTFOUND' }), '', 0);
    expect(await send(new Reachable([], lost), 'https://vendor.example/')).toMatchObject({ error: 'dns' });
    expect(await send(opened, 'http://127.0.0.1:1/')).toMatchObject({ error: 'connection' });
    const { server, port } = await listening();
    expect(await send(opened, `https://127.0.0.1:${port}/`)).toMatchObject({ error: expect.stringMatching('tls|connection') });
    server.close();
    server.closeAllConnections();
  });
});
