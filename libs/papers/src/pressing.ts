import { parentPort } from 'node:worker_threads';
import type { Print } from './press.js';
import { rendered, type Order } from './rendering.js';

/** The second thread: renders what it is handed and answers with the file. */
parentPort!.on('message', (order: Order) => void press(order));

async function press(order: Order): Promise<void> {
  const print: Print = await rendered(order).then(
    (file) => ({ file }),
    (error: unknown) => ({ trouble: String(error) }),
  );
  parentPort!.postMessage(print);
}
