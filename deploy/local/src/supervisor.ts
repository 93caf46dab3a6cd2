import { setTimeout as sleep } from 'node:timers/promises';
import type { Mark } from './processes.js';

/** Something that runs in a process of its own. */
export interface Running {
  readonly port: number | undefined;
  readonly mark: Mark;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Pauses between attempts grow to this, so that what dies at once does not eat the machine. */
const LONGEST_PAUSE = 15_000;
/** Who has lived this long starts over with short pauses. */
const SETTLED = 60_000;

/** Keeps one process running: starts it again when it ends unasked. */
export class Supervisor {
  private wanted = false;
  private starting: Promise<unknown> | undefined;
  private running: Running | undefined;

  constructor(
    readonly name: string,
    private readonly start: () => Promise<Running>,
    private readonly started: (name: string, running: Running) => void,
    private readonly say: (line: string) => void,
  ) {}

  async up(): Promise<void> {
    this.wanted = true;
    await this.once();
    void this.keep();
  }

  /** Ends it, also one that is just being started. */
  async down(): Promise<void> {
    this.wanted = false;
    await this.starting?.catch(() => {});
    await this.running?.stop();
  }

  private async once(): Promise<Running> {
    const starting = this.start();
    this.starting = starting;
    this.running = await starting;
    this.started(this.name, this.running);
    return this.running;
  }

  private async keep(): Promise<void> {
    let pause = 250;
    let since = Date.now();
    for (;;) {
      const watched = this.running!;
      await watched.ended;
      if (!this.wanted || this.running !== watched) return;
      if (Date.now() - since > SETTLED) pause = 250;
      this.say(`${this.name} has ended by itself; starting it again`);
      do {
        await sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        if (!this.wanted) return;
        since = Date.now();
      } while (!(await this.tried()));
    }
  }

  private async tried(): Promise<boolean> {
    try {
      const running = await this.once();
      if (!this.wanted) await running.stop();
      return true;
    } catch (error) {
      this.say(`${this.name} could not be started: ${(error as Error).message.split('\n')[0]}`);
      return false;
    }
  }
}
