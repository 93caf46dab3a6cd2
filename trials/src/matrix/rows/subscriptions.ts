import { subscriptions } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each } from './words.js';

/** Nobody listens there; deliveries wait. */
const url = 'http://127.0.0.1:9/hooks';
const settings = { url, types: ['cn.lianxue.resources.*'] };

/** A subscription of the app that is selected at this place. The city provides that app. */
async function subscription(world: World, at: Place): Promise<string> {
  const api = await world.selectedApp(at);
  const made = await api.post('/subscriptions', settings);
  world.check(made.status === 201, 'an app subscribes', made.body);
  const paused = await api.post(`/subscriptions/${made.body.id}/pause`);
  world.check(paused.status === 200, 'and pauses, so that the trial sends nothing', paused.body);
  return made.body.id as string;
}

const kept = new WeakMap<World, Promise<string>>();
/** One for all that leave it standing: an app has fifty at most. */
function standing(world: World, at: Place): Promise<string> {
  let found = kept.get(world);
  if (!found) kept.set(world, (found = subscription(world, at)));
  return found;
}

let ending: string | undefined;
/** One to be ended; the one that the call before was not allowed to end goes first. */
async function toEnd(world: World, at: Place): Promise<string> {
  if (ending) await (await world.selectedApp(at)).delete(`/subscriptions/${ending}`);
  return (ending = await subscription(world, at));
}

const existing = async (world: World, owner: Place) => ({ params: { subscriptionId: await standing(world, owner) } });
const listed = async (world: World, owner: Place) => ({ query: { limit: 200 }, id: await standing(world, owner) });
/** The app itself, and no other. */
const own = { app: 'ok 404 404 404 404' };
/** Those who answer for what the city provides meet it as well. */
const overseers = each(['systemAdmin', 'securityAdmin', 'auditAdmin'], '404 ok 404 404 404');
const overseersList = each(['systemAdmin', 'securityAdmin', 'auditAdmin'], 'hid seen hid hid hid');

/** An app's subscriptions are its own; its vendor's people manage them too, authorities above the vendor look. */
export const subscriptionRows: readonly MatrixRow[] = [
  {
    operation: subscriptions.subscriptions,
    owner: 'county',
    ask: listed,
    expect: { app: 'seen hid hid hid hid', ...overseersList },
  },
  { operation: subscriptions.subscription, owner: 'county', ask: existing, expect: { ...own, ...overseers } },
  { operation: subscriptions.deliveries, owner: 'county', ask: existing, expect: { ...own, ...overseers } },
  { operation: subscriptions.deadLetters, owner: 'county', ask: existing, expect: { ...own, ...overseers } },
  {
    operation: subscriptions.subscribe,
    owner: 'county',
    ask: async () => ({ body: settings }),
    expect: { app: 'ok ok ok ok ok' },
  },
  {
    operation: subscriptions.changeSubscription,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await existing(world, owner)), body: { note: '备注' } }),
    expect: own,
  },
  {
    operation: subscriptions.endSubscription,
    owner: 'county',
    ask: async (world, owner) => ({ params: { subscriptionId: await toEnd(world, owner) } }),
    fresh: true,
    expect: own,
  },
  { operation: subscriptions.pauseSubscription, owner: 'county', ask: existing, expect: own },
  { operation: subscriptions.resumeSubscription, owner: 'county', ask: existing, expect: own },
  {
    operation: subscriptions.rotateSecret,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await existing(world, owner)), body: {} }),
    expect: own,
  },
  { operation: subscriptions.pingSubscription, owner: 'county', ask: existing, expect: own },
  {
    operation: subscriptions.redeliver,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await existing(world, owner)), body: { from: 0, to: 0 } }),
    expect: own,
  },
  { operation: subscriptions.redriveDeadLetters, owner: 'county', ask: existing, expect: own },
];
