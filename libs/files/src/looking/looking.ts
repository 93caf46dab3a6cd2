import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { beginningOf, isPolyglot } from './beginnings.js';
import { lookIntoCompound } from './compound.js';
import { contentOf, Unfit, type Content, type ContentKind } from './content.js';
import { lookIntoSvg } from './markup.js';
import { lookIntoPackage } from './packages.js';
import { lookIntoPdf } from './pdf.js';
import { drawAnew } from './pictures.js';
import { lookIntoRecording } from './recordings.js';

/** What was seen of a file, and where it was drawn anew. */
export interface Seen {
  readonly content: Content;
  /** A new file that is to be kept instead of the one that came. */
  readonly drawn?: string;
}

/** An archive's last words may be as long. */
const tailBytes = 22 + 65_535;

/** Looks at a file of this machine's: what it is, whatever it is called. Refuses ({@link Unfit}) what nobody should be given. */
export async function look(path: string): Promise<Seen> {
  const { head, tail } = await endsOf(path);
  const begins = beginningOf(head);
  switch (begins) {
    case undefined:
      throw new Unfit('unknown');
    case 'program':
      throw new Unfit('active', 'program');
    case 'markup':
      await lookIntoSvg(path);
      return { content: contentOf('svg') };
    case 'text':
      await throughText(path);
      return alone('txt', head, tail);
    case 'compound':
      return alone(await lookIntoCompound(path), head, tail);
    case 'zip':
      return { content: contentOf(await lookIntoPackage(path)) };
    case 'media': {
      const content = await lookIntoRecording(path);
      return { ...alone(content.kind, head, tail), content };
    }
    case 'jpeg':
    case 'png':
    case 'gif':
    case 'webp': {
      alone(begins, head, tail);
      const drawn = `${path}.drawn`;
      return { content: await drawAnew(path, begins, drawn), drawn };
    }
    default:
      await lookIntoPdf(path);
      return alone(begins, head, tail);
  }
}

function alone(kind: ContentKind, head: Buffer, tail: Buffer): Seen {
  if (isPolyglot(kind, head, tail)) throw new Unfit('polyglot');
  return { content: contentOf(kind) };
}

async function throughText(path: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      if (chunk.includes(0)) throw new Unfit('unknown');
    }
    decoder.decode();
  } catch {
    throw new Unfit('unknown');
  }
}

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const piece = async (length: number, position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return { head: await piece(Math.min(size, 4096), 0), tail: await piece(Math.min(size, tailBytes), Math.max(0, size - tailBytes)) };
  } finally {
    await file.close();
  }
}
