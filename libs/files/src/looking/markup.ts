import { readFile, stat } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { Unfit } from './content.js';

const mostBytes = 8 * 1024 * 1024;

/** Elements of SVG that run something or bring in what is no drawing. */
const running = new Set([
  'script',
  'foreignobject',
  'handler',
  'listener',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'animate',
  'set',
]);

/** Refuses markup that is not a plain drawing: SVG without scripts, events, entities, and anything from elsewhere. */
export async function lookIntoSvg(path: string): Promise<void> {
  if ((await stat(path)).size > mostBytes) throw new Unfit('bomb');
  const text = await readFile(path, 'utf8');
  if (!/<(?:\w+:)?svg[\s>]/i.test(text.slice(0, 64 * 1024))) throw new Unfit('active', 'script');
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    throw new Unfit('broken');
  });
  // An entity is a way to say something else, or a billion things.
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[') || doctype.includes('ENTITY')) throw new Unfit('bomb');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target.toLowerCase() !== 'xml') throw new Unfit('active', 'externalReference');
  });
  parser.on('text', (words) => refuseReaching(words));
  parser.on('cdata', (words) => refuseReaching(words));
  parser.on('opentag', ({ name, attributes }) => {
    const element = name.toLowerCase().replace(/^.*:/, '');
    if (running.has(element)) throw new Unfit('active', 'script');
    for (const [key, value] of Object.entries(attributes)) refuseAttribute(key.toLowerCase(), String(value));
  });
  parser.write(text).close();
}

function refuseAttribute(key: string, value: string): void {
  if (/^(?:.*:)?on/.test(key)) throw new Unfit('active', 'script');
  // eslint-disable-next-line no-control-regex -- a browser leaves these out before it reads the scheme
  const plain = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  if (/^(?:javascript|vbscript|data:(?!image\/(?:png|jpeg|gif|webp)))/.test(plain)) throw new Unfit('active', 'script');
  if (/(?:^|:)(?:href|src)$/.test(key) && plain && !/^(?:#|data:image\/)/.test(plain)) throw new Unfit('active', 'externalReference');
  refuseReaching(value);
}

/** Styles that fetch something. */
function refuseReaching(words: string): void {
  if (/@import|url\(\s*['"]?\s*(?!#|data:image\/)|expression\(/i.test(words)) throw new Unfit('active', 'externalReference');
}
