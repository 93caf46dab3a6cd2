import { randomBytes } from 'node:crypto';
import { Browser } from '@lianxue/local';
import * as client from 'openid-client';
import { apiOf } from './asking.js';
import { until } from './until.js';
import type { Api, World } from './world.js';

const back = 'http://127.0.0.1:9/back';

/** A teacher who is also an expert signs in once, chooses, switches without a password, and ends it all from the list of sessions. */
export async function switchingStep(world: World): Promise<void> {
  const teacher = await someoneWithTwoPosts(world);
  const app = await anAppOfAVendor(world);
  const browser = new Browser();
  let offered: string[] = [];
  const choosing = (fields: readonly string[], page: string): Record<string, string> => {
    if (fields.includes('password')) return teacher;
    if (!fields.includes('post')) return {}; // The app of a third party asks for consent.
    offered = [...page.matchAll(/type="radio"[^>]*value="([^"]+)"/g)].map(([, value]) => value!);
    return { post: offered[0]! };
  };
  const first = await enter(world, app, browser, choosing);
  const before = (await first.get('/me')).body;
  world.check(offered.length === 2 && before.posts.length === 2, 'who holds two posts is asked in which to act', before);
  const neverAgain = (fields: readonly string[]): Record<string, string> => {
    world.check(!fields.includes('password'), 'switching asks for no password', fields);
    return {};
  };
  const second = await enter(world, app, browser, neverAgain, { acting_post: offered[1]! });
  const after = (await second.get('/me')).body;
  world.check(after.subject === before.subject && after.role !== before.role, 'the same person acts in the other post', after);
  world.say(`选择身份：${before.organisation.name}；切换身份：${after.organisation.name}，无须再输密码`);

  const { items } = (await second.get('/me/sessions')).body as { items: { id: string; current: boolean; apps: unknown[] }[] };
  world.check(items.length === 1 && items[0]!.current && items[0]!.apps.length === 1, 'they see where they are signed in', items);
  const ended = await second.delete(`/me/sessions/${items[0]!.id}`);
  world.check(ended.status === 204, 'and end it', ended.body);
  const stopped = await until(
    () => second.get('/me'),
    ({ status }) => status === 401,
  );
  world.check(stopped !== undefined, 'the token stops within seconds');
  world.say('在会话列表中退出，凭证数秒内失效');
}

async function someoneWithTwoPosts(world: World): Promise<{ username: string; password: string }> {
  const admin = await world.as('systemAdmin', world.city);
  const account = { username: `two.${world.run}`, password: `${randomBytes(12).toString('base64url')}aA1!` };
  const posts = [
    { role: 'teacher', organisation: world.school.id },
    { role: 'expert', organisation: world.counties[0].id },
  ];
  const person = await admin.post('/people', {
    organisation: world.school.id,
    name: '双岗',
    posts,
    account: { ...account, mustChangePassword: false },
  });
  world.check(person.status === 201, 'a teacher is also an expert of the county', person.body);
  return account;
}

/** An app that the whole city uses. */
export async function anAppOfAVendor(world: World): Promise<client.Configuration> {
  const admin = await world.as('systemAdmin', world.city);
  const scopes = ['identity.read', 'identity.write'];
  const app = await admin.post('/apps', {
    organisation: world.city.id,
    name: `教研助手 ${world.run}`,
    grants: ['authorization_code', 'refresh_token'],
    redirectUris: [back],
    scopes,
  });
  world.check(app.status === 201, 'an app that people sign in to', app.body);
  const { clientId, clientSecret } = app.body as { clientId: string; clientSecret: string };
  const selected = await admin.post(`/organisations/${world.city.id}/selections`, { client: clientId, scopes });
  world.check(selected.status === 201, 'is selected by the city', selected.body);
  return client.discovery(new URL('/oidc', world.origin), clientId, clientSecret, undefined, { execute: [client.allowInsecureRequests] });
}

/** Goes the whole way into an app; answers the API with the token that came of it. */
export async function enter(
  world: World,
  app: client.Configuration,
  browser: Browser,
  fill: Parameters<Browser['walk']>[2],
  more: Record<string, string> = {},
): Promise<Api> {
  const verifier = client.randomPKCECodeVerifier();
  const start = client.buildAuthorizationUrl(app, {
    redirect_uri: back,
    scope: 'openid profile identity.read identity.write',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  });
  const arrived = await browser.walk(start, back, fill);
  const { access_token: token } = await client.authorizationCodeGrant(app, arrived, { pkceCodeVerifier: verifier });
  return apiOf(world.origin, { sign: async () => ({ token, expiresAt: Date.now() + 600_000 }) });
}
