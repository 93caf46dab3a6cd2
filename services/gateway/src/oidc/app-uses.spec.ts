import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Provider } from 'oidc-provider';
import { until } from '@lianxue/testing';
import * as client from 'openid-client';
import { AppUses } from './app-uses.js';
import { AppOf } from './spec-kit/app.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const secret = 'a secret that the platform made itself';

describe('the token endpoint', () => {
  it('keeps for an app what it was refused there, and nothing for a name nobody registered', async () => {
    const app = world.accounts.app('refused', { secret, grants: ['client_credentials'] });
    const ask = (body: Record<string, string>, [name, password] = ['refused', secret]) =>
      fetch(`${world.server.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...body }),
      });
    expect((await ask({}, ['refused', 'a wrong one'])).status).toBe(401);
    expect((await ask({}, ['nobody', secret])).status).toBe(401);
    expect((await ask({ grant_type: 'refresh_token', refresh_token: 'none' })).status).toBe(400);
    Object.assign(app, { suspended: true });
    world.server.clients.drop('refused');
    expect((await ask({})).status).toBe(401);
    await until(async () => world.server.refused.length === 3);
    expect(world.server.refused.map(({ client: of, operation, status, code }) => [of, operation, status, code])).toEqual([
      ['refused', 'oidc.token', 401, 'invalid_client'],
      ['refused', 'oidc.token', 400, 'invalid_request'],
      ['refused', 'oidc.token', 401, 'app.suspended'],
    ]);
  });
});

describe('the use of an app', () => {
  it('is counted when a person comes to it, for the organisation they act for, and not when its tokens are renewed', async () => {
    const held = post('teacher', '临川一小');
    world.accounts.person('yang', [held]);
    world.accounts.app('counted', { secret });
    const app = await AppOf.discovering(world.server, 'counted', secret);
    const { browser, tokens } = await app.signIn('yang');
    const again = await app.begin(browser, { prompt: 'none' });
    const { refresh_token: refresh } = await again.tokens(again.shown);
    await client.refreshTokenGrant(app.config, refresh ?? tokens.refresh_token!);
    await world.server.uses.goRound();
    const counted = world.server.counted.filter((use) => use.client === 'counted');
    expect(counted).toEqual([{ client: 'counted', organisation: held.organisation, day: expect.any(String), uses: 2 }]);
    expect(JSON.stringify(counted)).not.toContain('yang');
    await world.server.uses.goRound();
    expect(world.server.counted.filter((use) => use.client === 'counted')).toHaveLength(1);
  });

  it('is sent again under its own id until it is taken, and of a sandbox not at all', async () => {
    const sent: { batch: string; uses: number }[] = [];
    let away = true;
    const uses = new AppUses(
      async ({ batch, uses: of }) => {
        sent.push({ batch, uses: of.reduce((sum, each) => sum + each.uses, 0) });
        if (away) throw new Error('identity is away');
      },
      { now: () => new Date('2026-11-21T08:00:00+08:00') },
    );
    const provider = new EventEmitter();
    uses.of(provider as Provider);
    const arrive = (more: object = {}, grant = 'authorization_code') =>
      provider.emit('grant.success', {
        oidc: { client: { clientId: 'app', ...more }, params: { grant_type: grant }, account: { acting: { organisation: 'here' } } },
      });
    arrive();
    await uses.goRound();
    arrive();
    arrive({ sandbox: { app: 'app', organisations: [] } });
    arrive({}, 'client_credentials');
    away = false;
    await uses.goRound();
    const batches = sent.map(({ batch }) => batch);
    expect(sent.map(({ uses: many }) => many)).toEqual([1, 1, 1]);
    expect(batches[0]).toBe(batches[1]);
    expect(batches[2]).not.toBe(batches[0]);
  });
});
