import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { audience, Conditions, logOf, NatsLink, publishKeys, WireModule, type Revocation } from '@lianxue/wire';
import { testNats, type TestNats } from '@lianxue/testing';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Edge } from '../../edge.js';
import { EdgeModule } from '../../edge.module.js';
import { settingsFrom, type EdgeSettings } from '../../settings.js';
import { beside, rooms, startRooms } from './rooms.js';

const issuer = 'http://127.0.0.1:3000/oidc';

/** An edge on a port of its own, with a NATS server and the rooms behind it, and tokens that it accepts. */
export interface OpenEdge {
  readonly url: string;
  readonly nats: TestNats;
  readonly revocations: Revocation[];
  readonly edge: Edge;
  ask(path: string, init?: RequestInit & { readonly token?: string | undefined }): Promise<Response>;
  sign(changes?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  stopRooms(): Promise<void>;
  startRooms(): Promise<void>;
  close(): Promise<void>;
}

export async function openEdge(changes: Partial<EdgeSettings> = {}): Promise<OpenEdge> {
  const nats = await testNats();
  const revocations: Revocation[] = [];
  const settings = { ...settingsFrom({}), port: 0, drainMs: 0, ...changes };
  const log = logOf('gateway');
  log.level = process.env['EDGE_LOG'] ?? 'silent';
  @Module({
    imports: [
      beside(revocations),
      WireModule.forService([], { service: 'gateway', nats: { url: nats.urlOf('gateway') } }),
      EdgeModule.of({ settings, log, contracts: [rooms] }),
    ],
  })
  class SpecGateway {}
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const edge = await Edge.open(SpecGateway, settings, log, async (app) => {
    publishKeys(app.get(NatsLink), () => ({ issuer, keys: [{ ...jwk, kid, use: 'sig', alg: 'ES256' }] }));
  });
  let service: Awaited<ReturnType<typeof startRooms>> | undefined = await startRooms(nats.urlOf('resources'));
  const url = await edge.app.getUrl();
  while (!edge.app.get(Conditions).ready) await sleep(20);
  const stopRooms = async () => {
    await service?.close();
    service = undefined;
  };
  return {
    url,
    nats,
    revocations,
    edge,
    ask: (path, { token, ...init } = {}) =>
      fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(init.headers as object) },
      }),
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...teacher(), ...claims }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header }).sign(pair.privateKey),
    stopRooms,
    startRooms: async () => {
      service = await startRooms(nats.urlOf('resources'));
    },
    close: async () => {
      await edge.close();
      await stopRooms();
      await nats.stop();
    },
  };
}

function teacher(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: audience,
    sub: '01939f6e-7c00-7000-8000-00000000000a',
    client_id: 'lianxue-console',
    scope: 'resources.read resources.write',
    iat: now,
    exp: now + 600,
    issued_ms: Date.now(),
    jti: randomUUID(),
    role: 'teacher',
    org: '01939f6e-7c00-7000-8000-00000000000b',
    post: '01939f6e-7c00-7000-8000-00000000000c',
    sid: 'session-1',
    about: [],
  };
}
