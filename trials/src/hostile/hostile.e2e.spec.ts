import { publicOperations, roles, type AnyOperation } from '@lianxue/contracts';
import { pathOf } from '../matrix/matrix.js';
import type { Place, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';
import { bodies, pageQueries, params, queries, tokens, type Hostility } from './inputs.js';

/** An id that is well-formed and names nothing. */
const nobody = '01900000-0000-7000-8000-000000000000';

describe('bad input', () => {
  let world: World;
  beforeAll(async () => {
    world = await wholeWorld();
  }, 300_000);

  it.each(publicOperations().map((operation) => [operation.name, operation] as const))(
    '%s answers with a 4xx that says what and where',
    async (_, operation) => {
      const token = await tokenFor(world, operation);
      const complaints: string[] = [];
      for (const hostility of hostilitiesFor(operation)) {
        const complaint = await judge(world.origin, operation, hostility, { authorization: `Bearer ${token}` });
        if (complaint) complaints.push(`${hostility.what}: ${complaint}`);
      }
      for (const { authorization, ...hostility } of operation.permits === 'anyone' ? tokens(token).slice(1) : tokens(token)) {
        const complaint = await judge(world.origin, operation, hostility, authorization ? { authorization } : {}, 401);
        if (complaint) complaints.push(`${hostility.what}: ${complaint}`);
      }
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  it('changed nothing and left every service alive', async () => {
    const health = await fetch(`${world.origin}/health/ready`);
    expect(health.status).toBe(200);
    const admin = await world.as('systemAdmin', world.city);
    const school = await admin.get(`/organisations/${world.centralSchool.id}`);
    expect(school.status).toBe(200);
  });
});

function hostilitiesFor(operation: AnyOperation): Hostility[] {
  return [
    ...(operation.body ? bodies : []),
    ...(operation.verb === 'get' ? queries : []),
    ...(operation.returns?.kind === 'page' ? pageQueries : []),
    ...(operation.params ? params : []),
  ];
}

/** Sends it; answers what is wrong with the reply, if anything. */
async function judge(
  origin: string,
  operation: AnyOperation,
  { body, query, headers, param, names }: Hostility,
  credentials: Record<string, string>,
  expected?: number,
) {
  const keys = Object.keys(operation.params?.shape ?? {});
  const filled = Object.fromEntries(keys.map((key) => [key, nobody]));
  const path = param === undefined ? pathOf(operation, filled) : pathOf(operation, filled).replace(nobody, param);
  const sent = body ?? (operation.body ? '{}' : undefined);
  const answer = await fetch(`${origin}${path}${query ? `?${query}` : ''}`, {
    method: operation.verb.toUpperCase(),
    headers: {
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...credentials,
      ...(operation.guarded && { 'if-match': '*' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => String(error));
  if (typeof answer === 'string') return answer;
  const text = await answer.text();
  if (answer.status < 400 || answer.status >= 500) return `answered ${answer.status} ${text.slice(0, 200)}`;
  if (expected && answer.status !== expected) return `answered ${answer.status}, not ${expected}`;
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return `is no problem document: ${text.slice(0, 100)}`;
  const problem = JSON.parse(text) as { code?: string; title?: string; errors?: { pointer?: string }[] };
  if (!problem.code || !problem.title) return 'has no code or title';
  if (/\bat .*\.(js|ts):\d+|select .* from|node_modules/i.test(text)) return `leaks: ${text.slice(0, 200)}`;
  if (names && answer.status === 400 && !problem.errors?.[0]?.pointer && problem.code === 'input.invalid') return 'does not name the field';
  return undefined;
}

/** A token that passes scope and role, so that it is the input which is judged. */
async function tokenFor(world: World, { permits }: AnyOperation): Promise<string> {
  const places: Partial<Record<string, Place>> = {
    city: world.city,
    county: world.counties[0],
    school: world.school,
    centralSchool: world.centralSchool,
  };
  if (permits === 'anyone') return (await world.as('systemAdmin', world.city)).token();
  for (const role of permits) {
    if (role === 'app') return (await world.selectedApp(world.city)).token();
    const kind = roles[role].at.find((at) => places[at]);
    if (kind) return (await world.as(role, places[kind]!)).token();
  }
  if (permits.includes('vendor')) return (await world.as('vendor', await aVendor(world))).token();
  throw new Error('nobody may');
}

const vendors = new WeakMap<World, Promise<Place>>();

/** A vendor of this world's own; made once. */
function aVendor(world: World): Promise<Place> {
  let vendor = vendors.get(world);
  if (!vendor) vendors.set(world, (vendor = registered(world)));
  return vendor;
}

async function registered(world: World): Promise<Place> {
  const admin = await world.as('systemAdmin', world.city);
  const { status, body } = await admin.post('/organisations', { parent: world.city.id, kind: 'vendor', name: `企业 ${world.run}` });
  world.check(status === 201, 'a vendor', body);
  return { id: body.id as string, name: body.name as string };
}
