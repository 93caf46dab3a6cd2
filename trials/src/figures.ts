import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';

/** Where and when figures were measured. */
const circumstances = () => ({
  measured: new Date().toISOString(),
  node: process.version,
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  load: os.loadavg().map((load) => Number(load.toFixed(2))),
});

/** Writes what a command measured to `docs/figures/<name>.json`, so that a figure in the docs can be traced to a run. */
export function keepFigures(name: string, figures: Record<string, unknown>): void {
  const folder = join(import.meta.dirname, '..', '..', 'docs', 'figures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...circumstances(), ...figures }, null, 2)}\n`);
}
