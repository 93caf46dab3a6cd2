import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFiles, sheetsOf, Workbook, Zip } from '@lianxue/files';
import { peakMegabytes } from '../peak-memory.js';

// Writes a sheet of 100,000 rows × 60 columns, reads it again, and says what that took: a program of its own, so that what it
// holds in memory is what the sheet costs.
const rows = 100_000;
const columns = 60;
const atOnce = 200;

type Row = number;

const valueOf = (row: Row, column: number): string | number => (column === 0 ? `第${row}小学` : (row * 31 + column * 7) % 10_007);

const workbook = new Workbook<Row>(
  '上报数据',
  Array.from({ length: columns }, (_, column) => ({ heading: `指标${column}`, valueOf: (row: Row) => valueOf(row, column) })),
);

function* batches(): Generator<Row[]> {
  for (let from = 0; from < rows; from += atOnce) yield Array.from({ length: Math.min(atOnce, rows - from) }, (_, nth) => from + nth);
}

const folder = await mkdtemp(join(tmpdir(), 'lianxue-large-'));
try {
  const files = new FolderFiles(folder);
  const about = {
    id: randomUUID(),
    kind: 'trial',
    name: 'x.xlsx',
    owner: { subject: '', client: '' },
    until: new Date(Date.now() + 3600_000),
  };
  const file = await files.keep(workbook.pieces(batches()), about);
  const zip = await Zip.open(files, file, { files: 10, bytes: 1024 * 1024 * 1024 });
  let read = 0;
  let wrong = 0;
  for await (const { line, cells } of (await sheetsOf(zip))[0]!.rows()) {
    if (line === 1) continue;
    read++;
    if (cells.length !== columns || cells.some((cell, column) => cell !== String(valueOf(line - 2, column)))) wrong++;
  }
  zip.close();
  console.log(JSON.stringify({ rows: read, wrong, bytes: file.size, peakMegabytes: Math.round(peakMegabytes('self')) }));
} finally {
  await rm(folder, { recursive: true });
}
