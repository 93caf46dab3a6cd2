import type { FastifyReply } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { TokenOver, type Boards } from './board.js';

/** How often it is asked whether anything happened, which is one read by key. */
const lookEveryMs = 1_000;
/** Deadlines pass without a fact, and a proxy lets go of a silent connection: after so many looks the board is read anyhow. */
const looksInSilence = 15;

/** How far the platform's facts have come; another answer means that something happened. */
export type Happenings = () => Promise<string>;

/** Streams the board to walls: at once, and again whenever something on it has changed. */
export class Streaming {
  private readonly walls = new Set<AbortController>();

  constructor(
    private readonly boards: Boards,
    private readonly happenings: Happenings,
    private readonly most = 100,
  ) {}

  /** Whether another wall finds room in this process. */
  get hasRoom(): boolean {
    return this.walls.size < this.most;
  }

  /** Sends the board as server-sent events until the reader leaves, the token ends, or the edge closes. */
  async send({ raw }: FastifyReply, token: string, until: Date): Promise<void> {
    const wall = new AbortController();
    this.walls.add(wall);
    raw.once('close', () => wall.abort());
    try {
      for await (const event of this.events(token, until, wall.signal)) raw.write(event);
    } catch (error) {
      if (!(error instanceof TokenOver)) throw error;
    } finally {
      this.walls.delete(wall);
      raw.end();
    }
  }

  /** Lets every wall go; each comes back by itself. */
  close(): void {
    for (const wall of this.walls) wall.abort();
  }

  private async *events(token: string, until: Date, signal: AbortSignal): AsyncGenerator<string> {
    let [seen, shown]: [string?, string?] = [];
    for (let looks = 0; !signal.aborted && Date.now() < until.getTime(); looks++) {
      const come = await this.happenings();
      if (come !== seen || looks % looksInSilence === 0) {
        seen = come;
        const board = JSON.stringify(await this.boards.read(token));
        // A comment keeps the connection where nothing has changed.
        yield board === shown ? ': \n\n' : `event: board\ndata: ${board}\n\n`;
        shown = board;
      }
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
