import { escaped, Unreadable, XmlReading } from '@lianxue/files';

/** An element of a small document, held whole. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** No item is larger; a package has one file for each. */
const mostBytes = 2 * 1024 * 1024;
/** Read at once. */
const step = 64 * 1024;

/** Reads a document whole. Document types, deep nesting and endless tags are refused by the reader below. */
export function documentOf(bytes: Uint8Array, file = ''): Element {
  if (bytes.byteLength > mostBytes) throw new Unreadable('too_large', file);
  const root = nameless();
  const open = [root];
  const reading = new XmlReading(
    growing(() => open),
    file,
  );
  for (let at = 0; at < bytes.byteLength; at += step) reading.write(bytes.subarray(at, at + step));
  const [document] = root.children.filter(isElement);
  if (!document || open.length > 1) throw new Unreadable('broken_xml', file);
  return document;
}

/**
 * The elements of this name in a document of any length, each whole, wherever they stand, with the attributes of those they stand in, the
 * innermost last. Held to the same as a small document is, each by itself.
 */
export async function* elementsNamed(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  file = '',
): AsyncGenerator<{ readonly element: Element; readonly within: readonly Omit<Element, 'children'>[] }> {
  const around: Omit<Element, 'children'>[] = [];
  const found: { element: Element; within: readonly Omit<Element, 'children'>[] }[] = [];
  let open: Element[] = [];
  let bytes = 0;
  const heard = growing(() => open);
  const reading = new XmlReading(
    {
      open(local, attributes) {
        if (open.length === 0 && local === name) [open, bytes] = [[nameless()], 0];
        if (open.length > 0) heard.open(local, attributes);
        else around.push({ name: plain(local), attributes: plainKeys(attributes) });
      },
      text: (text) => void (open.length > 0 && heard.text(text)),
      close() {
        if (open.length === 0) return void around.pop();
        heard.close();
        if (open.length > 1) return;
        found.push({ element: elementsOf(open[0]!)[0]!, within: [...around] });
        open = [];
      },
    },
    file,
  );
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength; at += step) {
      reading.write(chunk.subarray(at, at + step));
      if (open.length > 0 && (bytes += step) > mostBytes) throw new Unreadable('too_large', file);
      yield* found.splice(0);
    }
  }
  if (around.length > 0 || open.length > 0) throw new Unreadable('broken_xml', file);
}

const nameless = (): Element => ({ name: '', attributes: {}, children: [] });

/** Hears a document and grows its elements below the first of those that are open. */
function growing(stack: () => Element[]) {
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      const element: Element = { name: plain(name), attributes: plainKeys(attributes), children: [] };
      stack().at(-1)!.children.push(element);
      stack().push(element);
    },
    text: (text: string) => void stack().at(-1)!.children.push(text),
    close: () => void stack().pop(),
  };
}

/** QTI 3 says `qti-choice-interaction` and `max-choices` where QTI 2 says `choiceInteraction` and `maxChoices`. */
const plain = (name: string): string => name.replace(/^qti-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const plainKeys = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.startsWith('xml') ? key : plain(key), value]));

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

export const elementsOf = ({ children }: Element): Element[] => children.filter(isElement);
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsOf(element).find((each) => each.name === name);
export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element ? elementsOf(element).filter((each) => each.name === name) : [];

/** The element and all below it of this name, in the order of the document. */
export function* within(element: Element, name: string): Generator<Element> {
  if (element.name === name) yield element;
  for (const each of elementsOf(element)) yield* within(each, name);
}

export const wordsOf = (element: Element | undefined): string =>
  element ? element.children.map((each) => (isElement(each) ? wordsOf(each) : each)).join('') : '';

/** Text for an element or an attribute, each character as it was. */
export const said = (text: string): string => escaped(text).replace(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A tag with its attributes; those that are undefined are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content?: string): string {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const opening = [name, ...pairs.map(([key, value]) => `${key}="${said(String(value))}"`)].join(' ');
  return content === undefined ? `<${opening}/>` : `<${opening}>${content}</${name}>`;
}
