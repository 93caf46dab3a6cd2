import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const program = join(import.meta.dirname, '..', '..', 'dist', 'files', 'large-workbook.js');

it('a sheet of 100,000 rows × 60 columns is written and read in less than 300 MB', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const said = JSON.parse(stdout) as { rows: number; wrong: number; peakMegabytes: number };
  expect(said).toMatchObject({ rows: 100_000, wrong: 0 });
  expect(said.peakMegabytes).toBeLessThan(300);
}, 600_000);
