import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Api, World } from '../story/world.js';
import type { RunningProcess, TrialPlatform } from '../trial-platform.js';
import { lostOf, writeUntil, type Writing } from './writers.js';

/** What one fault came to; `held` is the promise. */
export interface Finding {
  readonly fault: string;
  readonly held: boolean;
  readonly figures: Record<string, number | string>;
}

/** How long each spell of load lasts before and after its fault. */
export interface Effort {
  readonly calmMs: number;
  readonly outageMs: number;
}

/** kill -9 of one service in the middle of writes loses nothing that was acknowledged, and doubles nothing. */
export async function killing(platform: TrialPlatform, victim: string, writing: Writing, { calmMs }: Effort): Promise<Finding> {
  let isOver = false;
  const writes = writeUntil(writing, () => isOver);
  await sleep(calmMs);
  process.kill(platform.process(victim).pid, 'SIGKILL');
  await sleep(200);
  await platform.untilReady();
  await sleep(calmMs);
  isOver = true;
  const { acknowledged, wrong, retries, longestGapMs } = await writes;
  const lost = await lostOf(writing, acknowledged);
  const doubled = acknowledged.length - new Set(acknowledged.map(({ id }) => id)).size;
  return {
    fault: `kill -9 ${victim} during writes to ${writing.service}`,
    held: lost === 0 && doubled === 0 && wrong.length === 0 && acknowledged.length > 0,
    figures: {
      acknowledged: acknowledged.length,
      lost,
      doubled,
      wrong: wrong.length,
      retries,
      longestGapMs,
      ...(wrong[0] && { firstWrong: JSON.stringify(wrong[0]) }),
    },
  };
}

/** NATS does not answer for a while (stopped, so that connections are half-open): calls are refused, nothing hangs, and it heals by itself. */
export async function withoutNats(platform: TrialPlatform, writing: Writing, { calmMs, outageMs }: Effort): Promise<Finding> {
  const nats = platform.process('nats').pid;
  let isOver = false;
  const writes = writeUntil(writing, () => isOver);
  await sleep(calmMs);
  process.kill(nats, 'SIGSTOP');
  let slowest = 0;
  const until = Date.now() + outageMs;
  while (Date.now() < until) {
    const asked = Date.now();
    await writing.api.get(writing.path, { query: { limit: 1 } }).catch(() => undefined);
    slowest = Math.max(slowest, Date.now() - asked);
    await sleep(Math.min(500, outageMs / 10));
  }
  process.kill(nats, 'SIGCONT');
  const back = Date.now();
  await platform.untilReady();
  let healedMs = Infinity;
  while (Date.now() - back < 30_000) {
    if ((await writing.api.get(writing.path, { query: { limit: 1 } }).catch(() => undefined))?.status === 200) {
      healedMs = Date.now() - back;
      break;
    }
    await sleep(50);
  }
  await sleep(calmMs);
  isOver = true;
  const { acknowledged, wrong, retries } = await writes;
  const lost = await lostOf(writing, acknowledged);
  return {
    fault: `${outageMs / 1000} s without NATS`,
    held: lost === 0 && wrong.length === 0 && healedMs <= 10_000 && slowest <= 8_000,
    figures: { acknowledged: acknowledged.length, lost, wrong: wrong.length, retries, healedMs, slowestAnswerMs: slowest },
  };
}

/** SIGTERM under load: whatever was asked before the signal is answered properly; what is asked afterwards is answered or told "not now". */
export async function terminating(
  platform: TrialPlatform,
  victim: string,
  reading: { api: Api; path: string },
  { calmMs }: Effort,
): Promise<Finding> {
  const target: RunningProcess = platform.process(victim);
  let signalled = Infinity;
  let isOver = false;
  let answered = 0;
  let failedInFlight = 0;
  let refusedAfter = 0;
  let improper = 0;
  const clients = Array.from({ length: 16 }, async () => {
    while (!isOver) {
      const asked = Date.now();
      const answer = await reading.api.get(reading.path).catch(() => undefined);
      if (answer?.status === 200) answered++;
      else if (asked < signalled && !hadNotArrived(answer, signalled - asked)) failedInFlight++;
      else if (!answer || [502, 503, 504].includes(answer.status)) {
        refusedAfter++;
        await sleep(20);
      } else improper++;
    }
  });
  await sleep(calmMs);
  signalled = Date.now();
  process.kill(target.pid, 'SIGTERM');
  await sleep(300);
  await platform.untilReady();
  await sleep(calmMs);
  isOver = true;
  await Promise.all(clients);
  return {
    fault: `SIGTERM ${victim} under load`,
    held: failedInFlight === 0 && improper === 0 && answered > 0,
    figures: { answered, failedInFlight, refusedAfter, improper },
  };
}

/**
 * Asked a moment before the signal, and refused before it reached the process: 503 says that nobody took it (what was taken and
 * lost would time out with 504), a connection refused that nobody listened. 100 ms is how late a call may arrive on a loaded machine.
 */
const hadNotArrived = (answer: Answer | undefined, msBefore: number): boolean =>
  answer ? answer.status === 503 && msBefore < 100 : msBefore < 5;

/** A suspended app's token is refused everywhere within five seconds. */
export async function suspending(world: World, admin: Api, reads: Readonly<Record<string, string>>): Promise<Finding> {
  const scopes = Object.keys(reads).map((service) => `${service}.read`);
  const app = await admin.post('/apps', {
    organisation: world.city.id,
    name: `停用试验 ${world.run}`,
    grants: ['client_credentials'],
    scopes,
  });
  world.check(app.status === 201, 'an app is registered to be suspended', app.body);
  const selection = await admin.post(`/organisations/${world.city.id}/selections`, { client: app.body.clientId, scopes });
  world.check(selection.status === 201, 'and selected', selection.body);
  const api = await world.app(app.body.clientId as string, app.body.clientSecret as string, world.city);
  for (const [service, path] of Object.entries(reads)) {
    const answer = await api.get(path);
    world.check(answer.status === 200, `its token reads ${service}`, answer.body);
  }
  const suspended = await admin.post(`/apps/${app.body.id}/suspend`, undefined, { headers: { 'if-match': '*' } });
  world.check(suspended.status === 200, 'it is suspended', suspended.body);
  const at = Date.now();
  const refusedAfterMs: Record<string, number> = {};
  while (Object.keys(refusedAfterMs).length < Object.keys(reads).length && Date.now() - at < 15_000) {
    for (const [service, path] of Object.entries(reads)) {
      if (refusedAfterMs[service] === undefined && (await api.get(path)).status === 401) refusedAfterMs[service] = Date.now() - at;
    }
    await sleep(20);
  }
  const slowest = Math.max(...Object.keys(reads).map((service) => refusedAfterMs[service] ?? Infinity));
  return {
    fault: 'a suspended app’s token is refused everywhere',
    held: slowest <= 5_000,
    figures: { ...refusedAfterMs, slowestMs: slowest },
  };
}
