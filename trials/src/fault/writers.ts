import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../story/world.js';

/** A write as its client saw it. */
export interface Acknowledged {
  readonly id: string;
  readonly path: string;
}

/** How a service is written to: a create that answers an item. */
export interface Writing {
  readonly service: string;
  readonly api: Api;
  readonly path: string;
  readonly body: (n: number) => unknown;
}

/** What a spell of writing came to. */
export interface Spell {
  readonly acknowledged: Acknowledged[];
  /** Answers that were neither a success nor a promised "not now" (503, 504, 429). */
  readonly wrong: { status: number; body: unknown }[];
  readonly retries: number;
  /** The longest time without a success, in ms: how long the fault was felt. */
  readonly longestGapMs: number;
}

/**
 * Writes with several clients until told to stop. Each write keeps its Idempotency-Key over its retries, as a careful client does,
 * so that whatever was acknowledged happened exactly once, and what was not can be asked again.
 */
export async function writeUntil({ api, path, body }: Writing, isOver: () => boolean, clients = 8): Promise<Spell> {
  const acknowledged: Acknowledged[] = [];
  const wrong: Spell['wrong'] = [];
  let retries = 0;
  let last = Date.now();
  let longestGapMs = 0;
  let n = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isOver()) {
        const key = randomUUID();
        const content = body(n++);
        for (let tries = 0; tries < 600; tries++) {
          const answer = await api.post(path, content, { headers: { 'idempotency-key': key } }).catch(() => undefined);
          if (answer && answer.status === 201) {
            acknowledged.push({ id: answer.body.id as string, path: `${path}/${answer.body.id}` });
            longestGapMs = Math.max(longestGapMs, Date.now() - last);
            last = Date.now();
            break;
          }
          if (answer && ![409, 429, 502, 503, 504].includes(answer.status)) {
            wrong.push({ status: answer.status, body: answer.body });
            break;
          }
          retries++;
          await sleep(100);
        }
      }
    }),
  );
  return { acknowledged, wrong, retries, longestGapMs };
}

/** Counts how many of the acknowledged writes are not readable afterwards. */
export async function lostOf({ api }: Writing, acknowledged: readonly Acknowledged[]): Promise<number> {
  let lost = 0;
  const queue = [...acknowledged];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let one = queue.pop(); one; one = queue.pop()) if ((await api.get(one.path)).status !== 200) lost++;
    }),
  );
  return lost;
}
