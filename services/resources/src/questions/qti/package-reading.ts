import { posix } from 'node:path';
import { questionDifficulties, type CurriculumNodeKind } from '@lianxue/contracts';
import { Unreadable, type Zip } from '@lianxue/files';
import type { ReadQuestion } from '../read-question.js';
import { contentOf, ItemUnfit } from './item-reading.js';
import { lomDifficulties, nodeKindOf } from './package-writing.js';
import { child, childrenOf, documentOf, within, wordsOf, type Element } from './xml.js';

/** A package of QTI: the items its manifest names, with the figures they show; without a manifest, every XML file that is an item. */
export async function questionsOfPackage(zip: Zip, most: number): Promise<ReadQuestion[]> {
  const manifest = zip.has('imsmanifest.xml') ? await document(zip, 'imsmanifest.xml') : undefined;
  const named = manifest
    ? [...within(manifest, 'resource')].filter(({ attributes }) => /^imsqti_item_/.test(attributes['type'] ?? ''))
    : zip.names.filter((name) => name.endsWith('.xml')).map(resourceAt);
  const questions: ReadQuestion[] = [];
  for (const resource of named.slice(0, most + 1)) questions.push(await questionOf(zip, resource));
  return questions;
}

const resourceAt = (href: string): Element => ({ name: 'resource', attributes: { href }, children: [] });

/** An item that lies by itself. */
export function questionOfItem(bytes: Uint8Array): ReadQuestion {
  return taken(documentOf(bytes), () => 'none');
}

async function questionOf(zip: Zip, resource: Element): Promise<ReadQuestion> {
  const href = resource.attributes['href'] ?? '';
  if (!zip.has(href)) return { fault: 'unreadable' };
  const shown = new Map<string, string>();
  const figure = (src: string): string => {
    const path = posix.join(posix.dirname(href), decodedPath(src));
    const known = [...shown].find(([, at]) => at === path)?.[0];
    if (known !== undefined) return known;
    const name = posix.basename(path, posix.extname(path));
    const free = /^[A-Za-z0-9_-]{1,40}$/.test(name) && !shown.has(name) ? name : `fig${shown.size + 1}`;
    shown.set(free, path);
    return free;
  };
  let item: Element;
  try {
    item = await document(zip, href);
  } catch (error) {
    if (error instanceof Unreadable && error.fault === 'broken_xml') return { fault: 'unreadable' };
    throw error;
  }
  // Ours lists its figures, shown or not.
  for (const { attributes } of childrenOf(resource, 'file')) {
    if (attributes['href']?.startsWith('figures/')) figure(posix.relative(posix.dirname(href), attributes['href']));
  }
  const question = taken(item, figure, resource);
  if ('fault' in question) return question;
  const figures = new Map<string, Uint8Array>();
  for (const [name, path] of shown) {
    if (!zip.has(path)) return { fault: 'figure.unknown' };
    figures.set(name, await bytesOf(zip, path));
  }
  return { ...question, figures };
}

const decodedPath = (src: string): string => {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
};

function taken(item: Element, figure: (src: string) => string, resource?: Element): ReadQuestion {
  try {
    return { content: contentOf(item, figure), figures: new Map(), ...aboutOf(resource) };
  } catch (error) {
    if (error instanceof ItemUnfit) return { fault: error.fault };
    throw error;
  }
}

/** What the manifest says of an item: ours, and what LOM has words for. */
function aboutOf(resource: Element | undefined) {
  const metadata = child(resource, 'metadata');
  const own = child(metadata, 'question')?.attributes ?? {};
  const lom = child(metadata, 'lom');
  const rated = wordsOf(child(child(child(lom, 'educational'), 'difficulty'), 'value')).trim();
  return {
    ...own,
    grades: own['grades']?.split(' ').filter(Boolean).map(Number),
    year: own['year'] === undefined ? undefined : Number(own['year']),
    difficulty: questionDifficulties.find((each) => lomDifficulties[each] === rated),
    nodes: childrenOf(lom, 'classification').flatMap(nodeOf),
  };
}

function nodeOf(classification: Element): { kind: CurriculumNodeKind; id: string | undefined; reference: string }[] {
  const kind = nodeKindOf(wordsOf(child(child(classification, 'purpose'), 'value')).trim());
  if (!kind) return [];
  const path = child(classification, 'taxonPath');
  const code = wordsOf(child(child(path, 'taxon'), 'id')).trim();
  const reference = `${wordsOf(child(path, 'source')).trim()}/${code}`;
  return [{ kind, id: child(classification, 'node')?.attributes['id'], reference }];
}

const document = async (zip: Zip, path: string): Promise<Element> => documentOf(await bytesOf(zip, path), path);

async function bytesOf(zip: Zip, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.read(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
