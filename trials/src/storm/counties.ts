import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Api } from '../story/world.js';

/** What a county's reviewers met with. */
interface Met {
  /** Codes with which calls and decisions were refused. */
  readonly refusals: string[];
  /** Calls that ended without a coded answer. */
  readonly accidents: string[];
}

/** Tried again as often as this when the platform says that nothing was done, or nobody knows. */
const tries = 6;

/** The reviewers of one county, who approve what waits for them, the most at risk first. */
export class County {
  readonly met: Met = { refusals: [], accidents: [] };

  constructor(
    private readonly reviewer: Api,
    private readonly period: string,
  ) {}

  /** Sits at regular times until the hour is over, each county at its own. */
  async sitUntil(end: number, everyMs: number): Promise<void> {
    await sleep(Math.random() * everyMs);
    while (performance.now() < end) {
      const next = performance.now() + everyMs;
      await this.sit();
      await sleep(Math.max(0, Math.min(next, end) - performance.now()));
    }
  }

  /** One sitting: page after page by risk, each approved by one call, until nothing waits. */
  async sit(): Promise<void> {
    for (;;) {
      const waiting = await this.waiting(1);
      if (waiting.length === 0 || (await this.approve(waiting)) === 0) return;
    }
  }

  /** What waits, up to so many pages of the list. */
  async waiting(pages: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const query = { period: this.period, status: 'submitted', sort: 'risk', limit: 200, cursor };
      const { status, body } = await this.persistently(() => this.reviewer.get('/submissions', { query }));
      if (status !== 200) break;
      ids.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.next as string | undefined;
      if (cursor === undefined) break;
    }
    return ids;
  }

  /** Approves them by one call; answers how many were approved. */
  async approve(submissions: readonly string[]): Promise<number> {
    const headers = { 'idempotency-key': randomUUID() };
    const { status, body } = await this.persistently(() =>
      this.reviewer.post('/submissions/approve', { submissions, note: '同意' }, { headers }),
    );
    if (status !== 200) return 0;
    for (const { refused } of body.items as { refused: { code: string } | null }[]) if (refused) this.met.refusals.push(refused.code);
    return body.decided as number;
  }

  private async persistently(ask: () => Promise<Answer>): Promise<Answer> {
    for (let made = 1; ; made++) {
      const answer = await ask();
      if (answer.status < 400) return answer;
      const code = answer.body?.code as string | undefined;
      if (answer.status === 500 || code === undefined) this.met.accidents.push(`${answer.status} ${JSON.stringify(answer.body)}`);
      else this.met.refusals.push(code);
      if (made === tries || ![409, 429, 503, 504].includes(answer.status)) return answer;
      await sleep(250 * 2 ** made);
    }
  }
}
