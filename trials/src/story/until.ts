import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './world.js';

/** What "within seconds" means: a suspended or deselected app, a removed post. */
const withinMs = 5_000;

/** Asks until the answer is as hoped; how long that took, or undefined when it took too long. */
export async function until(ask: () => Promise<Answer>, hoped: (answer: Answer) => boolean): Promise<number | undefined> {
  const from = Date.now();
  for (;;) {
    const hit = hoped(await ask());
    const took = Date.now() - from;
    if (hit && took <= withinMs) return took;
    if (took > withinMs) return undefined;
    await sleep(50);
  }
}

/** What comes round by itself: asks for half a minute, on however busy a machine; the last answer, as hoped or not. */
export async function eventually<T = Answer>(ask: () => Promise<T>, hoped: (answer: T) => boolean): Promise<T> {
  const ends = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (hoped(answer) || Date.now() > ends) return answer;
    await sleep(100);
  }
}
