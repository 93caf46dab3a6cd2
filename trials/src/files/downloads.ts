import { createHash } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';

/** A plain Fastify that serves a folder, a process of its own. */
export async function staticServer(folder: string): Promise<{ origin: string; close(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'static-server.js'), [folder]);
  const [origin] = (await once(child, 'message')) as [string];
  return {
    origin,
    close: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Megabytes a second of each, one after the other by turns; the first turn warms up. And the hash of what came. */
export async function downloads({ ours, theirs, rounds }: { ours: string; theirs: string; rounds: number }) {
  const paces: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const [who, url] of [['ours', ours] as const, ['theirs', theirs] as const]) {
      const pace = await paceOf(url);
      if (round > 0) paces[who].push(pace);
    }
  }
  return { ours: median(paces.ours), theirs: median(paces.theirs), whole: await hashOf(ours) };
}

async function paceOf(url: string): Promise<number> {
  const began = performance.now();
  let bytes = 0;
  await through(url, (chunk) => (bytes += chunk.length));
  return bytes / 1024 / 1024 / ((performance.now() - began) / 1000);
}

async function hashOf(url: string): Promise<string> {
  const hash = createHash('sha256');
  await through(url, (chunk) => hash.update(chunk));
  return hash.digest('hex');
}

function through(url: string, each: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}`));
      answer.on('data', each).on('end', resolve).on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

const median = (figures: readonly number[]): number => [...figures].sort((one, two) => one - two)[Math.floor(figures.length / 2)]!;
