import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Unfit, type ActiveContent, type ContentFault } from './content.js';
import { look, type Seen } from './looking.js';

/** What the second thread says of a file. */
export type Sight = Seen | { readonly fault: ContentFault; readonly does: ActiveContent | undefined } | { readonly trouble: string };

/** The program of the second thread; there is none where tests run from source. */
const program = new URL('./watching-closely.js', import.meta.url);

/** An honest file of two gigabytes is looked at in a fraction of it; what takes longer was made to. */
const patienceMs = 120_000;
/** A thread that has had nothing to do for so long gives its memory back. */
const idleMs = 60_000;

/**
 * Looks at what arrives before it is kept. Hostile files are made to be hard to look at: that happens in a thread of its own, one file
 * after the other, with bounds on memory and time, so that no request waits for it and none dies of it.
 */
export class Watch {
  private turn: Promise<unknown> = Promise.resolve();
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  look(path: string): Promise<Seen> {
    if (!existsSync(program)) return look(path);
    const seen = this.turn.then(() => this.elsewhere(path));
    this.turn = seen.catch(() => undefined);
    return seen;
  }

  private elsewhere(path: string): Promise<Seen> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: 512 } }));
    worker.unref();
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => gone(), patienceMs);
      const settle = () => {
        clearTimeout(patience);
        worker.off('message', said).off('error', gone).off('exit', gone);
      };
      const said = (sight: Sight) => {
        settle();
        this.idle = setTimeout(() => this.end(), idleMs).unref();
        if ('content' in sight) resolve(sight);
        else reject('fault' in sight ? new Unfit(sight.fault, sight.does) : new Error(sight.trouble));
      };
      // Whatever a thread died of while it looked is the file's doing.
      const gone = () => {
        settle();
        this.end();
        reject(new Unfit('bomb'));
      };
      worker.on('message', said).on('error', gone).on('exit', gone);
      worker.postMessage(path);
    });
  }

  private end(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
  }
}
