import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser } from '@lianxue/local';
import { newId } from '@lianxue/persistence';
import Provider from 'oidc-provider';
import { anAppOfAVendor, enter } from './switching.js';
import { until } from './until.js';
import type { World } from './world.js';

/** A teacher comes by the province's platform: the first time they prove their account here, the second time one click is enough. */
export async function upstreamStep(world: World): Promise<void> {
  const admin = await world.as('systemAdmin', world.city);
  // Made here, because the province wants to know the address of return before the city can register it.
  const id = newId();
  const secret = randomBytes(24).toString('base64url');
  const province = await openProvince(`${world.origin}/sign-in/upstream/${id}`, secret);
  try {
    const registered = await admin.post(`/organisations/${world.city.id}/identity-providers`, {
      id,
      issuer: province.origin,
      clientId: 'lianxue',
      clientSecret: secret,
      name: { zh: `省平台 ${world.run}`, en: `Province ${world.run}` },
    });
    world.check(
      registered.status === 201 && registered.body.clientSecret === undefined,
      'the city registers the province',
      registered.body,
    );

    const account = { username: `far.${world.run}`, password: `${randomBytes(12).toString('base64url')}aA1!` };
    const teacher = await admin.post('/people', {
      organisation: world.school.id,
      name: '远程',
      posts: [{ role: 'teacher', organisation: world.school.id }],
      account: { ...account, mustChangePassword: false },
    });
    world.check(teacher.status === 201, 'a teacher has an account here', teacher.body);

    const app = await anAppOfAVendor(world);
    let asked = 0;
    const proofs = () => asked;
    const coming = () => {
      let left = false;
      return (fields: readonly string[], page: string): Record<string, string> => {
        if (fields.includes('login')) return { login: `teacher-${world.run}`, password: 'of the province' };
        if (!fields.includes('password')) return {}; // Consent, there and here.
        if (page.includes('登录并关联') && ++asked) return account;
        world.check(!left, 'nobody is asked for more than the way there', page.slice(0, 200));
        left = true;
        return { provider: id };
      };
    };
    const first = await enter(world, app, new Browser(), coming());
    const me = (await first.get('/me')).body;
    world.check(me.subject === teacher.body.id && proofs() === 1, 'who comes the first time proves their account here', me);
    const second = await enter(world, app, new Browser(), coming());
    world.check((await second.get('/me')).body.subject === teacher.body.id && proofs() === 1, 'the second time nobody is asked again');
    world.say('省平台登录：首次关联账号，以后一键进入');

    const { items } = (await second.get('/me/sign-in-links')).body as { items: { id: string; provider: string }[] };
    world.check(items.length === 1 && items[0]!.provider === id, 'they see with whom they are linked', items);
    const removed = await admin.delete(`/people/${teacher.body.id as string}/sign-in-links/${items[0]!.id}`);
    world.check(removed.status === 204, 'an administrator removes the link', removed.body);
    const stopped = await until(
      () => second.get('/me'),
      ({ status }) => status === 401,
    );
    world.check(stopped !== undefined, 'whoever came in by it is out within seconds');
    await enter(world, app, new Browser(), coming());
    world.check(proofs() === 2, 'and proves their account again');
    world.say('解除关联后登录数秒内失效，须重新关联');

    const { version } = (await admin.get(`/identity-providers/${id}`)).body as { version: number };
    const disabled = await admin.patch(`/identity-providers/${id}`, { enabled: false }, { headers: { 'if-match': `"${version}"` } });
    world.check(disabled.status === 200 && disabled.body.enabled === false, 'the province is disabled again', disabled.body);
  } finally {
    await province.close();
  }
}

/** The package `oidc-provider` itself, with its own pages, as the province. */
async function openProvince(returnAddress: string, secret: string): Promise<{ origin: string; close(): Promise<void> }> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'lianxue', client_secret: secret, redirect_uris: [returnAddress] };
  const minutes = 600;
  const ttl = { Interaction: minutes, Session: minutes, Grant: minutes, AccessToken: minutes, IdToken: minutes };
  const { info, warn } = console;
  // It says at length that nobody should run a province like this.
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  const provider = new Provider(origin, { clients: [client], cookies: { keys: [secret] }, ttl });
  Object.assign(console, { info, warn });
  const serve = provider.callback();
  server.on('request', (request, response) => void serve(request, response));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin, close };
}
