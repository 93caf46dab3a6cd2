import { setTimeout as sleep } from 'node:timers/promises';

/** Statuses that say: ask again in a moment. */
const PASSING = new Set([429, 502, 503, 504]);

/** The REST API as one signed-in person uses it. */
export class Rest {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** Creates what has this id; undefined when it exists already and became something else since. */
  async create<T>(path: string, body: { id: string } & Record<string, unknown>): Promise<T | undefined> {
    const { status, text } = await this.send(path, body);
    return status === 409 && text.includes('"id.taken"') ? undefined : (this.read(path, status, text) as T);
  }

  async post<T>(path: string, body?: Record<string, unknown>): Promise<T> {
    const { status, text } = await this.send(path, body);
    return this.read(path, status, text) as T;
  }

  private async send(path: string, body: Record<string, unknown> | undefined): Promise<{ status: number; text: string }> {
    for (let attempt = 0; ; attempt++) {
      const headers = { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) };
      const answer = await fetch(`${this.origin}/api/v1${path}`, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
      const text = await answer.text();
      if (!PASSING.has(answer.status) || attempt === 5) return { status: answer.status, text };
      await sleep(300 * 2 ** attempt);
    }
  }

  private read(path: string, status: number, text: string): unknown {
    if (status >= 400) throw new Error(`POST ${path} answered ${status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
