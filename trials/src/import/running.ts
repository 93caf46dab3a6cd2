import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from '@lianxue/identity';
import type pg from 'pg';
import { peakMegabytes } from '../peak-memory.js';

export interface Finished {
  readonly seconds: number;
  readonly megabytes: number;
  readonly kills: number;
  readonly state: string;
  readonly done: number;
  readonly errors: number;
  readonly result: { changed: number } | null;
}

/** Runs importers until the job is over, killing the importer at these shares of its rows. */
export async function runUntilDone(
  ground: Ground,
  admin: pg.Client,
  job: string,
  rows: number,
  killAt: readonly number[],
): Promise<Finished> {
  const left = [...killAt].sort((one, other) => one - other);
  let importer = await started(ground);
  const began = Date.now();
  let megabytes = 0;
  let kills = 0;
  for (;;) {
    const { rows: found } = await admin.query<{ state: string; done: number; error_count: number; result: { changed: number } | null }>(
      'select state, done, error_count, result from identity.job where id = $1',
      [job],
    );
    const { state, done, error_count: errors, result } = found[0]!;
    megabytes = Math.max(megabytes, peakMegabytes(importer.pid));
    if (state !== 'queued' && state !== 'running') {
      const seconds = (Date.now() - began) / 1000;
      await ended(importer);
      return { seconds, megabytes, kills, state, done, errors, result };
    }
    if (left[0] !== undefined && done / rows >= left[0]) {
      left.shift();
      // Somewhere within a transaction, not right behind one.
      await sleep(Math.random() * 300);
      importer.kill('SIGKILL');
      kills++;
      importer = await started(ground);
    }
    await sleep(rows > 50_000 ? 100 : 10);
  }
}

async function started(ground: Ground): Promise<ChildProcess> {
  const importer = fork(join(import.meta.dirname, 'importer.js'), { execArgv: ['--max-old-space-size=300'] });
  const ready = new Promise((resolve, reject) => {
    importer.once('message', resolve);
    importer.once('exit', (code) => reject(new Error(`the importer ended with ${code}`)));
  });
  importer.send(ground);
  await ready;
  return importer;
}

async function ended(importer: ChildProcess): Promise<void> {
  if (importer.exitCode !== null || importer.signalCode !== null) return;
  const over = new Promise((resolve) => importer.once('exit', resolve));
  importer.send('end');
  await Promise.race([over, sleep(10_000).then(() => importer.kill('SIGKILL'))]);
}
