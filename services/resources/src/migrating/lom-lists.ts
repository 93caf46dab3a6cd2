import { Unreadable, Zip, type Files, type KeptFile, type ZipLimits } from '@lianxue/files';
import { elementsNamed, type Element } from '../questions/qti/xml.js';

/** As many files as a zip of resources may have; what they unpack to is text alone. */
const limits: ZipLimits = { files: 20_000, bytes: 512 * 1024 * 1024, ratio: 400 };

const manifest = 'imsmanifest.xml';

/** A record of LOM where it stands; nothing where its file cannot be read. */
export interface LomRecord {
  readonly file: string;
  /** The how many-th of its file. */
  readonly line: number;
  readonly lom: Element | undefined;
  /** The file it describes, where a manifest says so. */
  readonly href?: string | undefined;
}

/** A list that describes learning objects by LOM. */
export interface LomList {
  records(): AsyncGenerator<LomRecord>;
  close(): void;
}

/** Opens an XML file with records of LOM, or a zip of such files, with the manifest of a package or without; nothing when it is a table. */
export async function openLom(files: Files, file: KeptFile): Promise<LomList | undefined> {
  const beginning = await beginningOf(files, file);
  if (/^\uFEFF?\s*</.test(beginning)) return { records: () => recordsIn('lom', files.read(file)), close: () => undefined };
  if (!beginning.startsWith('PK')) return undefined;
  const zip = await Zip.open(files, file, limits);
  if (!zip.has('xl/workbook.xml')) return { records: () => recordsOfZip(zip), close: () => zip.close() };
  zip.close();
  return undefined;
}

async function beginningOf(files: Files, file: KeptFile): Promise<string> {
  for await (const chunk of files.read(file, 0, 1024) as AsyncIterable<Buffer>) return chunk.toString('utf8');
  return '';
}

async function* recordsIn(file: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<LomRecord> {
  let line = 0;
  for await (const { element } of elementsNamed('lom', content, file)) yield { file, line: ++line, lom: element };
}

async function* recordsOfZip(zip: Zip): AsyncGenerator<LomRecord> {
  if (zip.has(manifest)) yield* readable(manifest, (file) => recordsOfManifest(zip, file));
  const others = zip.names.filter((name) => name !== manifest && /\.xml$/i.test(name) && !name.startsWith('__MACOSX/'));
  for (const name of others.sort()) yield* readable(name, (file) => recordsIn(file, zip.read(file)));
}

/** What a manifest says of its resources; what it says of the package as a whole only where it is about nothing else. */
async function* recordsOfManifest(zip: Zip, file: string): AsyncGenerator<LomRecord> {
  let line = 0;
  let whole: Element | undefined;
  for await (const { element, within } of elementsNamed('lom', zip.read(file), file)) {
    const resource = within.find(({ name }) => name === 'resource');
    if (resource) yield { file, line: ++line, lom: element, href: resource.attributes['href'] };
    else if (within.length === 2) whole = element;
  }
  const isAlone = line === 0 && zip.names.filter((name) => /\.xml$/i.test(name)).length === 1;
  if (whole && isAlone) yield { file, line: 1, lom: whole };
}

/** One file that cannot be read is a record that is wrong; one that unpacks beyond measure spoils the whole. */
async function* readable(file: string, records: (file: string) => AsyncGenerator<LomRecord>): AsyncGenerator<LomRecord> {
  let line = 0;
  try {
    for await (const record of records(file)) yield ((line = record.line), record);
  } catch (error) {
    if (!(error instanceof Unreadable) || error.fault !== 'broken_xml') throw error;
    yield { file, line: line + 1, lom: undefined };
  }
}
