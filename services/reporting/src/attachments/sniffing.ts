import type { AttachmentKind } from '@lianxue/contracts';
import { Unreadable, Zip, type Files, type KeptFile, type ZipLimits } from '@lianxue/files';

/** How contents begin. */
const beginnings: readonly (readonly [AttachmentKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Documents that are packages, by the part that makes them what they are. */
const packages: readonly (readonly [AttachmentKind, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['ofd', 'OFD.xml'],
];

/** Programs inside documents. */
const macros = ['word/vbaProject.bin', 'xl/vbaProject.bin'];

/** What no honest document comes near. */
const limits: ZipLimits = { files: 5_000, bytes: 512 * 1024 * 1024, ratio: 1000 };

/** What a file is by its content; undefined where it is nothing a form may ask for, or a document that carries programs. */
export async function kindOf(file: KeptFile, files: Files): Promise<AttachmentKind | undefined> {
  const head = await beginningOf(file, files);
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  const [kind] = beginnings.find(([, bytes]) => begins(bytes)) ?? [];
  if (kind || !begins([0x50, 0x4b])) return kind;
  try {
    const zip = await Zip.open(files, file, limits);
    try {
      if (macros.some((part) => zip.has(part))) return undefined;
      return packages.find(([, part]) => zip.has(part))?.[0];
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

async function beginningOf(file: KeptFile, files: Files): Promise<Buffer> {
  if (file.size === 0) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of files.read(file, 0, 8) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const suffixes: Readonly<Record<AttachmentKind, readonly string[]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

/** Its own name, ending as its content is: what claims to be something else opens as nothing else. */
export function nameFor(name: string, kind: AttachmentKind): string {
  const fits = suffixes[kind].some((suffix) => name.toLowerCase().endsWith(`.${suffix}`));
  return fits ? name : `${name}.${suffixes[kind][0]!}`;
}
