import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { rendered, type Order } from './rendering.js';

/** What came of an order in the second thread. */
export type Print = { readonly file: Uint8Array } | { readonly trouble: string };

/** The program of the second thread; there is none where tests run from source. */
const program = new URL('./pressing.js', import.meta.url);

/** Nobody waits longer for one paper; a thread that is still at it is ended. */
const patienceMs = 20_000;

/** A thread that has had nothing to do for so long gives its memory back. */
const idleMs = 60_000;

/**
 * Renders papers. A PDF takes a second of pure work, most of it picking characters out of a typeface of thirty thousand, and formulas
 * are set one by one: that happens in a thread of its own, one after the other, so that no other request waits for it.
 */
export class Press {
  private turn: Promise<unknown> = Promise.resolve();
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  print(order: Order): Promise<Buffer> {
    const isLong = order.format === 'pdf' || order.paper.formulas;
    if (!isLong || !existsSync(program)) return rendered(order);
    const printed = this.turn.then(() => this.elsewhere(order));
    this.turn = printed.catch(() => undefined);
    return printed;
  }

  private elsewhere(order: Order): Promise<Buffer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: 512 } }));
    worker.unref();
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => failed(new Error('a paper took too long')), patienceMs);
      const settle = () => {
        clearTimeout(patience);
        worker.off('message', printed).off('error', failed).off('exit', gone);
      };
      const printed = (print: Print) => {
        settle();
        this.idle = setTimeout(() => this.end(), idleMs).unref();
        if ('file' in print) resolve(Buffer.from(print.file));
        else reject(new Error(print.trouble));
      };
      const failed = (error: Error) => {
        settle();
        this.end();
        reject(error);
      };
      const gone = () => failed(new Error('the press stopped'));
      worker.on('message', printed).on('error', failed).on('exit', gone);
      worker.postMessage(order);
    });
  }

  private end(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
  }
}
