import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { KeptFile } from './files.js';

/** A content without a file is left alone this long: its file is perhaps just being written. */
export const orphanMs = 24 * 3600_000;

export const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
export const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** How a file is described beside its content. */
export const describing = (file: KeptFile): string => JSON.stringify(file);

export function described(text: string): KeptFile {
  const { linksEnded, ...file } = JSON.parse(text) as KeptFile & { until: string; linksEnded?: string };
  return { ...file, until: new Date(file.until), ...(linksEnded && { linksEnded: new Date(linksEnded) }) };
}

/** Writes a new file of this machine's and has it on the disk. */
export async function written(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** The hash and the size of a file of this machine's. */
export async function measured(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}

export function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
