import { parentPort } from 'node:worker_threads';
import { Unfit } from './content.js';
import { look } from './looking.js';
import type { Sight } from './watch.js';

/** The second thread: looks at what it is handed and says what it saw. */
parentPort!.on('message', (path: string) => void looked(path));

async function looked(path: string): Promise<void> {
  const sight: Sight = await look(path).catch((error: unknown) =>
    error instanceof Unfit ? { fault: error.fault, does: error.does } : { trouble: String(error) },
  );
  parentPort!.postMessage(sight);
}
