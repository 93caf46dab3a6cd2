import { existsSync, readFileSync } from 'node:fs';
import { scopes, type PostRole, type Scope } from '@lianxue/contracts';
import type { NatsAddress } from '@lianxue/wire';
import { Hindrance, type Installation } from '../installation.js';
import { writePrivate } from '../secrets.js';
import { divisionOf } from './division.js';
import { authority, organisations, people, type DemoPerson } from './demo-region.js';
import { found, type FirstPartyClient } from './found.js';
import { Plan } from './plan.js';
import { Rest } from './rest.js';
import { signIn } from './sign-in.js';

const everyScope = Object.keys(scopes) as Scope[];
/** Where the console's sign-in ends; nobody listens there, scripts read the address. */
const CONSOLE_REDIRECT = 'http://127.0.0.1:8911/callback';

/** A client as it is written down for people who script against the platform. */
interface KnownClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly grants: readonly string[];
  readonly scopes: readonly string[];
  readonly what: string;
}

interface KnownUser {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly org: string;
  readonly what: string;
}

/** What `.lianxue/demo.json` and `.lianxue/admin.json` hold. */
export interface Known {
  readonly baseUrl: string;
  readonly issuer: string;
  readonly clients: readonly KnownClient[];
  readonly users: readonly KnownUser[];
}

export interface FirstContent {
  readonly installation: Installation;
  readonly region: string;
  readonly origin: string;
  /** With the credentials of `deploy`. */
  readonly nats: NatsAddress;
  readonly say: (line: string) => void;
}

/** Makes an empty region with its first administrator, or the whole demo; goes on where a killed one stopped. */
export async function makeFirstContent({ installation, region, origin, nats, say }: FirstContent): Promise<void> {
  const plan = new Plan(installation.file('plan.json'));
  const demo = region === 'demo';
  const known = (clients: readonly KnownClient[], users: readonly KnownUser[]): Known => ({
    baseUrl: origin,
    issuer: `${origin}/oidc`,
    clients,
    users,
  });
  const home = demo ? authority : divisionOf(region);
  const administrator: KnownUser = {
    username: 'admin',
    password: plan.secret('admin'),
    roles: ['systemAdmin'],
    org: home.name,
    what: demo
      ? '市级系统管理员 system administrator of the city'
      : '系统管理员，首次登录须改密 system administrator; the password is for the first sign-in only',
  };
  const console = consoleClient(plan);
  const file = installation.file(demo ? 'demo.json' : 'admin.json');
  // Written before anything is made: a region whose administrator's password was lost is of no use.
  writeKnown(file, known([console], [administrator]));
  const begunBefore = plan.noted('begun') !== undefined;
  plan.note('begun', new Date().toISOString());
  const founded = await found(nats, {
    authority: { id: plan.id('city'), name: home.name, kind: home.kind, divisionCode: home.divisionCode },
    administrator: { username: administrator.username, name: '系统管理员', password: administrator.password, mustChangePassword: !demo },
    clients: [firstParty(console), docsClient(origin), wallClient(origin)],
  });
  if (!founded && !begunBefore) {
    plan.forget();
    throw new Hindrance(
      'This database holds a platform already, which another installation founded: name an empty one, or start where that was founded.',
    );
  }
  if (!demo) return;
  say('Signing in as the administrator and registering schools and people');
  const rest = new Rest(origin, await signIn(`${origin}/oidc`, console, administrator));
  await makeOrganisations(rest, plan);
  const clients = [console, await vendorApp(rest, plan), await provincialClient(rest, plan)];
  const users = await makePeople(rest, plan);
  await setReviewRule(rest, plan);
  writeKnown(file, known(clients, [administrator, ...users]));
}

/** 初审、复审、终审: the demo’s city reviews in three steps by three people, so that whoever reads Swagger can try it. */
const setReviewRule = (rest: Rest, plan: Plan): Promise<unknown> =>
  rest.post(`/review-rules/${plan.id('city')}`, { steps: ['初审', '复审', '终审'], reviewDays: 5 });

const writeKnown = (file: string, known: Known): void => writePrivate(file, `${JSON.stringify(known, null, 2)}\n`);

function consoleClient(plan: Plan): KnownClient {
  return {
    clientId: 'lianxue-console',
    clientSecret: plan.secret('lianxue-console'),
    redirectUri: CONSOLE_REDIRECT,
    grants: ['authorization_code', 'refresh_token'],
    scopes: everyScope,
    what: '平台自带，供脚本登录 the platform’s own, for scripts that sign people in',
  };
}

const firstParty = ({ clientId, clientSecret, redirectUri }: KnownClient): FirstPartyClient => ({
  clientId,
  clientSecret,
  name: '联学控制台',
  redirectUris: [redirectUri],
  grants: ['authorization_code', 'refresh_token'],
  scopes: everyScope,
});

/** Swagger UI's own client: public, since a page cannot keep a secret. */
const docsClient = (origin: string): FirstPartyClient => ({
  clientId: 'lianxue-docs',
  name: '联学接口文档',
  redirectUris: [`${origin}/docs/oauth2-redirect.html`],
  grants: ['authorization_code'],
  scopes: everyScope,
});

/** The command centre's wall: public as well; its screen stays signed in as long as the person does. */
const wallClient = (origin: string): FirstPartyClient => ({
  clientId: 'lianxue-wall',
  name: '联学信息指挥中心',
  redirectUris: [`${origin}/command-centre`],
  grants: ['authorization_code', 'refresh_token'],
  scopes: ['reporting.read', 'classrooms.read', 'incidents.read'],
});

async function makeOrganisations(rest: Rest, plan: Plan): Promise<void> {
  for (const { key, parent, ...details } of organisations)
    await rest.create('/organisations', { id: plan.id(key), parent: plan.id(parent), ...details });
}

/** A vendor's app, selected by one school: what a third party gets. */
async function vendorApp(rest: Rest, plan: Plan): Promise<KnownClient> {
  const granted: Scope[] = ['identity.read', 'resources.read', 'events.read'];
  const app = await client(rest, plan, 'vendor-app', {
    organisation: plan.id('vendor'),
    name: '启智课堂',
    grants: ['client_credentials'],
    scopes: granted,
  });
  await rest.create(`/organisations/${plan.id('school')}/selections`, {
    id: plan.id('vendor-app selected'),
    client: app.clientId,
    scopes: granted,
  });
  return { ...app, what: '企业应用，由明德小学选用 a vendor’s app, selected by one school' };
}

/** What the province reads changes with. */
async function provincialClient(rest: Rest, plan: Plan): Promise<KnownClient> {
  const granted: Scope[] = everyScope.filter((scope) => scope.endsWith('.read'));
  const app = await client(rest, plan, 'province', {
    organisation: plan.id('city'),
    name: '省级平台同步',
    grants: ['client_credentials'],
    scopes: granted,
  });
  await rest.create(`/organisations/${plan.id('city')}/selections`, {
    id: plan.id('province selected'),
    client: app.clientId,
    scopes: granted,
  });
  return { ...app, what: '省级平台，同步全市变更 the province’s platform, reads all changes of the city' };
}

interface AppSettings {
  readonly organisation: string;
  readonly name: string;
  readonly grants: readonly string[];
  readonly scopes: readonly Scope[];
}

interface WithSecret {
  readonly clientId: string;
  readonly clientSecret: string | null;
}

async function client(rest: Rest, plan: Plan, key: string, settings: AppSettings): Promise<Omit<KnownClient, 'what'>> {
  const id = plan.id(key);
  let clientId = plan.noted(`${key} client`);
  let clientSecret = plan.noted(`${key} secret`);
  if (!clientId || !clientSecret) {
    let made = await rest.create<WithSecret>('/apps', { id, ...settings });
    // An earlier start made it and was killed before it had written the secret down.
    if (!made?.clientSecret) made = await rest.post<WithSecret>(`/apps/${id}/secret`);
    clientId = plan.note(`${key} client`, made.clientId);
    clientSecret = plan.note(`${key} secret`, made.clientSecret!);
  }
  return { clientId, clientSecret, redirectUri: '', grants: settings.grants, scopes: settings.scopes };
}

async function makePeople(rest: Rest, plan: Plan): Promise<KnownUser[]> {
  for (const person of people) await rest.create('/people', registration(person, plan));
  const nameOf = (key: string) => organisations.find((each) => each.key === key)?.name ?? authority.name;
  return people.map(({ username, at, roles, what }) => ({ username, password: plan.secret(username), roles, org: nameOf(at), what }));
}

const registration = ({ username, name, at, roles, wards = [] }: DemoPerson, plan: Plan) => ({
  id: plan.id(`person ${username}`),
  organisation: plan.id(at),
  name,
  posts: roles.map((role: PostRole) => ({ role, organisation: plan.id(at), wards: wards.map((ward) => plan.id(`person ${ward}`)) })),
  account: { username, password: plan.secret(username), mustChangePassword: false },
});

/** What was written down for scripts; undefined before there is any. */
export function knownOf(installation: Installation): Known | undefined {
  const file = ['demo.json', 'admin.json'].map((name) => installation.file(name)).find(existsSync);
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Known) : undefined;
}
