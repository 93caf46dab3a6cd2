import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, Refused, taken, type Lianxue } from '@lianxue/client';
import type { Unfinished } from '../quarter/seed.js';

/** What a program signs in with. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What one visit of a school came to. */
export interface Visit {
  readonly submission: string;
  /** From the moment it meant to come until the last answer. */
  readonly ms: number;
  /** The code with which each call was refused; undefined for the one that was taken. */
  readonly answers: readonly (string | undefined)[];
  /** Calls that ended without a coded answer. */
  readonly accidents: readonly string[];
  /** Its connection was broken on purpose, or its button pressed twice: judged for what it did, not for how long it took. */
  readonly isDisturbed: boolean;
}

/** How many in a hundred lose their connection once, and how many press the button twice. */
export const disturbances = { lost: 4, pressedTwice: 2 } as const;

/** As many visits at one time as there are connections. */
const connections = 256;

/** How often a school comes again, under the same key, when the client has given up and nobody knows whether it submitted. */
const patience = 4;

const inHundred = (share: number): boolean => Math.random() * 100 < share;

/** The schools of a county by their programs: one client each county, acting for each school. */
export class Schools {
  private readonly clients = new Map<string, Lianxue>();
  private readonly lost = new Set<string>();
  private readonly toLose = new Set<string>();

  /** A program for each county. */
  constructor(origin: string, programs: ReadonlyMap<string, Credentials>) {
    for (const [county, credentials] of programs)
      this.clients.set(county, connect({ origin, ...credentials, fetch: (input, init) => this.losing(input, init) }));
  }

  /** Lets them come as planned from a moment on; who finds every connection taken waits, and the waiting counts. */
  async arrive(those: readonly Unfinished[], plan: readonly number[], from: number): Promise<Visit[]> {
    const visits: Promise<Visit>[] = [];
    let under = 0;
    let free: (() => void) | undefined;
    for (const [index, school] of those.entries()) {
      const due = from + plan[index]!;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      while (under >= connections) await new Promise<void>((done) => (free = done));
      under++;
      visits.push(
        this.visit(school, { due }).finally(() => {
          under--;
          free?.();
        }),
      );
    }
    return Promise.all(visits);
  }

  /** One school submits. An undisturbed one presses the button once and gets its answer. */
  async visit({ id, school, county }: Unfinished, { due = performance.now(), disturb = true } = {}): Promise<Visit> {
    const presses = disturb && inHundred(disturbances.pressedTwice) ? 2 : 1;
    if (disturb && presses === 1 && inHundred(disturbances.lost)) this.toLose.add(id);
    const { api } = this.clients.get(county)!;
    const path = { submissionId: id };
    const press = async (): Promise<void> => {
      const headers = { 'acting-organisation': school, 'idempotency-key': randomUUID() };
      for (let again = 0; ; again++) {
        try {
          await taken(api.POST('/api/v1/submissions/{submissionId}/submit', { params: { path }, headers }));
          return;
        } catch (error) {
          if (again === patience || !isUndecided(error)) throw error;
        }
      }
    };
    const calls = await Promise.allSettled(Array.from({ length: presses }, press));
    const refusals = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason as unknown] : []));
    return {
      submission: id,
      ms: performance.now() - due,
      answers: [
        ...calls.flatMap(({ status }) => (status === 'fulfilled' ? [undefined] : [])),
        ...refusals.flatMap((error) => (isCoded(error) ? [error.problem.code] : [])),
      ],
      accidents: refusals.flatMap((error) => (isCoded(error) ? [] : [String(error)])),
      isDisturbed: presses > 1 || this.lost.has(id),
    };
  }

  /** Breaks the connection of a school once: while it asks, or after it was done but before it hears of it. */
  private async losing(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const id = input instanceof Request ? /submissions\/([^/]+)\/submit$/.exec(input.url)?.[1] : undefined;
    if (id === undefined || !this.toLose.delete(id)) return fetch(input, init);
    this.lost.add(id);
    const asked = inHundred(50) ? fetch(input, { signal: AbortSignal.timeout(1 + Math.random() * 20) }) : fetch(input, init);
    await asked.then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    );
    throw new TypeError('the connection broke');
  }
}

/** A refusal as the platform means it: 500 is none, however it is worded. */
const isCoded = (error: unknown): error is Refused =>
  error instanceof Refused && error.problem.status !== 500 && error.problem.code !== 'unknown';

/** Nothing was done, or nobody knows whether it was. */
const isUndecided = (error: unknown): boolean => error instanceof Refused && (error.problem.status === 503 || error.problem.status === 504);
