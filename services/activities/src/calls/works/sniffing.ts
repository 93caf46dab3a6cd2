import type { WorkFileKind } from '@lianxue/contracts';
import { Unreadable, Zip, type Files, type KeptFile, type ZipLimits } from '@lianxue/files';

/** How contents begin, and where. */
const beginnings: readonly (readonly [WorkFileKind, number, readonly number[]])[] = [
  ['mp4', 4, [0x66, 0x74, 0x79, 0x70]],
  ['webm', 0, [0x1a, 0x45, 0xdf, 0xa3]],
  ['mp3', 0, [0x49, 0x44, 0x33]],
  ['mp3', 0, [0xff, 0xfb]],
  ['pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Documents that are packages, by the part that makes them what they are. */
const packages: readonly (readonly [WorkFileKind, string])[] = [
  ['docx', 'word/document.xml'],
  ['pptx', 'ppt/presentation.xml'],
  ['xlsx', 'xl/workbook.xml'],
];

/** Programs inside documents. */
const macros = ['word/vbaProject.bin', 'ppt/vbaProject.bin', 'xl/vbaProject.bin'];

/** What no honest document comes near. */
const limits: ZipLimits = { files: 5_000, bytes: 512 * 1024 * 1024, ratio: 1000 };

/** What a file is by its content; undefined where it is nothing a call may ask for, or a document that carries programs. */
export async function kindOf(file: KeptFile, files: Files): Promise<WorkFileKind | undefined> {
  const head = await beginningOf(file, files);
  const begins = (at: number, bytes: readonly number[]) => bytes.every((byte, index) => head[at + index] === byte);
  const [kind] = beginnings.find(([, at, bytes]) => begins(at, bytes)) ?? [];
  if (kind || !begins(0, [0x50, 0x4b])) return kind;
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
  for await (const chunk of files.read(file, 0, 12) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Its own name, ending as its content is: what claims to be something else opens as nothing else. */
export function nameFor(name: string, kind: WorkFileKind): string {
  const suffixes = kind === 'jpeg' ? ['.jpg', '.jpeg'] : [`.${kind}`];
  return suffixes.some((suffix) => name.toLowerCase().endsWith(suffix)) ? name : `${name}.${kind}`;
}
