import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, type Caller } from '@lianxue/contracts';
import { FILES, FolderFiles, type Content } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { openRoom, type Room } from '@lianxue/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { attachments } from '../attachments/part.js';
import { Collecting } from '../collecting/collecting.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { submissions } from '../submissions/part.js';
import { sheets } from './part.js';

/** Reporting with a folder for files and a clock that is set by hand. */
export async function openSheets() {
  const folder = await mkdtemp(join(tmpdir(), 'lianxue-sheets-'));
  const files = new FolderFiles(folder);
  const clock = { at: new Date(), now: () => clock.at };
  const room: Room = await openRoom('reporting', {
    entities,
    migrations,
    providers: [
      Collecting,
      ...submissions.rules,
      ...sheets.rules,
      ...attachments.rules,
      { provide: FILES, useValue: files },
      { provide: CLOCK, useValue: clock },
    ],
  });
  return {
    room,
    clock,
    /** Keeps a file as the gateway does when somebody sends it. */
    async send(bytes: Uint8Array, { subject, client }: Caller, kind = 'form', name = '填报表.xlsx', content?: Content): Promise<string> {
      const until = new Date(clock.at.getTime() + 3600_000);
      const { id } = await files.keep([bytes], { id: newId(), kind, name, owner: { subject, client }, until, ...(content && { content }) });
      return id;
    },
    async bytesOf({ id }: { id: string }): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of files.read((await files.about(id))!) as AsyncIterable<Buffer>) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    async close(): Promise<void> {
      await room.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Row = readonly (string | number | boolean | Date | null)[];

/** The rows of a sheet, the first unless said, as another program reads them. */
export async function rowsOf(bytes: Buffer, number = 1): Promise<readonly Row[]> {
  const sheets = await readXlsxFile(bytes, { trim: false });
  return sheets[number - 1]!.data as readonly Row[];
}

/** The texts of the parts of a workbook. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export const workbookOf = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

/** The insides of cells as Excel writes what somebody types, by their place: `{ F7: '<v>28</v>' }`; a text stands as it is. */
export function typedInto(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Buffer {
  const parts = partsOf(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  for (const [place, inside] of Object.entries(cells)) {
    const [type, content] = inside.startsWith('<') ? ['', inside] : [' t="inlineStr"', `<is><t>${inside}</t></is>`];
    parts[path] = parts[path]!.replace(new RegExp(`<c r="${place}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`), (_all, style: string = '') =>
      content.startsWith('<c ') ? content : `<c r="${place}"${style}${type}>${content}</c>`,
    );
  }
  return workbookOf(parts);
}
