import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scopes } from '@lianxue/contracts';
import { apiOf } from './asking.js';
import { makeRegion } from './region.js';
import { signInApp, signInPerson, type KnownClient, type KnownPerson } from './sign-in.js';
import type { Api, Place, Stage, World } from './world.js';

const root = resolve(import.meta.dirname, '../../..');
const everyScope = Object.keys(scopes);

/** What `.lianxue/demo.json` and `.lianxue/admin.json` hold. */
interface Known {
  readonly baseUrl: string;
  readonly issuer: string;
  readonly clients: readonly KnownClient[];
  readonly users: (KnownPerson & { roles: string[] })[];
}

/** Thrown when the story is not as told. */
class NotAsTold extends Error {
  override readonly name = 'NotAsTold';
}

/** Opens a world of its own on a running platform: its region, its people, its apps. */
export async function openWorld({
  home = join(root, '.lianxue'),
  restart = 'npm run restart',
  say = (line) => console.log(`  ${line}`),
}: Stage = {}): Promise<World> {
  const { known, administrator } = await findAdministrator(home);
  const origin = known.baseUrl;
  const run = `${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
  const consoleApp = known.clients.find(({ clientId }) => clientId === 'lianxue-console')!;
  const scope = ['openid', ...everyScope].join(' ');

  const signedIn = async (person: KnownPerson): Promise<Api> => {
    const first = apiOf(origin, { sign: () => signInPerson(known.issuer, consoleApp, person, scope) });
    const me = await first.get('/me');
    if (me.status !== 200) throw new NotAsTold(`${person.username} is nobody: ${me.status} ${JSON.stringify(me.body)}`);
    return { ...first, person: me.body.subject as string, organisation: me.body.organisation?.id as string };
  };
  const check: World['check'] = (condition, what, detail) => {
    if (!condition) throw new NotAsTold(`${what}${detail === undefined ? '' : `\n    but: ${JSON.stringify(detail)?.slice(0, 1500)}`}`);
  };

  const admin = await signedIn(administrator);
  const region = await makeRegion(admin, run);

  /** Registers a person with a post (and an account, to sign in). */
  const register = async (role: string, at: Place, account?: KnownPerson): Promise<string> => {
    const wards = role === 'guardian' ? [await register('pupil', at)] : [];
    const answer = await admin.post('/people', {
      organisation: at.id,
      name: `${['赵', '钱', '孙', '李', '周', '吴', '郑', '王'][Math.floor(Math.random() * 8)]}试`,
      posts: [{ role, organisation: at.id, wards }],
      ...(account && { account: { username: account.username, password: account.password, mustChangePassword: false } }),
    });
    check(answer.status === 201, `a ${role} is registered at ${at.name}`, answer.body);
    return answer.body.id as string;
  };

  const people = new Map<string, Promise<Api>>();
  const as: World['as'] = (role, at, who = '') => {
    if (role === 'systemAdmin' && at.id === region.city.id && !who) return Promise.resolve(admin);
    const key = `${role} ${at.id} ${who}`;
    let found = people.get(key);
    if (!found) {
      const person = { username: `s${run}${people.size}`, password: `${randomBytes(12).toString('base64url')}aA1!` };
      people.set(key, (found = register(role, at, person).then(() => signedIn(person))));
    }
    return found;
  };

  const app: World['app'] = async (clientId, clientSecret, acting) =>
    apiOf(origin, {
      organisation: acting?.id,
      headers: acting ? { 'acting-organisation': acting.id } : {},
      sign: () => signInApp(known.issuer, { clientId, clientSecret }),
    });

  const apps = new Map<string, Promise<Api>>();
  const selectApp = async (at: Place): Promise<Api> => {
    const registered = await admin.post('/apps', {
      organisation: region.city.id,
      name: `应用 ${run} ${apps.size}`,
      grants: ['client_credentials'],
      scopes: everyScope,
    });
    check(registered.status === 201, 'an app is registered', registered.body);
    const { clientId, clientSecret } = registered.body as { clientId: string; clientSecret: string };
    const selection = await admin.post(`/organisations/${at.id}/selections`, { client: clientId, scopes: everyScope });
    check(selection.status === 201, `${at.name} selects it`, selection.body);
    return app(clientId, clientSecret, at);
  };

  return {
    origin,
    run,
    ...region,
    as,
    signIn: (username, password) => signedIn({ username, password }),
    app,
    anyone: apiOf(origin, {}),
    selectedApp(place) {
      let found = apps.get(place.id);
      if (!found) apps.set(place.id, (found = selectApp(place)));
      return found;
    },
    async pupil(school) {
      return { id: await register('pupil', school), name: 'pupil' };
    },
    async restart() {
      await runCommand(restart, home);
      await untilReady(origin);
    },
    say,
    check,
  };
}

/** The administrator to begin with. After `init` the one-time password is changed at the first sign-in, and the file kept true. */
async function findAdministrator(home: string): Promise<{ known: Known; administrator: KnownPerson }> {
  const demo = join(home, 'demo.json');
  const file = existsSync(demo) ? demo : join(home, 'admin.json');
  if (!existsSync(file)) throw new NotAsTold(`no platform was started here: ${file} is missing. Start one by: npm start`);
  const known = JSON.parse(readFileSync(file, 'utf8')) as Known;
  const administrator = known.users.find(({ roles }) => roles.includes('systemAdmin'));
  if (!administrator) throw new NotAsTold(`${file} names no system administrator`);
  if (file === demo || 'changed' in administrator) return { known, administrator };

  const consoleApp = known.clients.find(({ clientId }) => clientId === 'lianxue-console')!;
  const nextPassword = `${randomBytes(15).toString('base64url')}aA1!`;
  await signInPerson(known.issuer, consoleApp, { ...administrator, nextPassword }, 'openid');
  const changed = { ...administrator, password: nextPassword, changed: true };
  const users = known.users.map((user) => (user === administrator ? changed : user));
  writeFileSync(file, `${JSON.stringify({ ...known, users }, null, 2)}\n`, { mode: 0o600 });
  return { known: { ...known, users }, administrator: changed };
}

/** Some ways to restart return before the platform answers again (`docker compose restart`). */
async function untilReady(origin: string, patienceMs = 180_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const ready = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(3000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > deadline) throw new NotAsTold(`the platform was not ready ${patienceMs / 1000} s after its restart`);
    await sleep(250);
  }
}

/** Runs a shell command to its end; its words are shown only when it fails. */
function runCommand(command: string, home: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LIANXUE_HOME: home },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new NotAsTold(`“${command}” ended with ${code}: ${output.slice(-2000)}`))));
  });
}
