import { escaped, Unreadable, XmlReading } from '@lianxue/files';

/** An element of a small document, held whole. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** No item is larger; a package has one file for each. */
const mostBytes = 2 * 1024 * 1024;

/** Reads a document whole. Document types, deep nesting and endless tags are refused by the reader below. */
export function documentOf(bytes: Uint8Array, file = ''): Element {
  if (bytes.byteLength > mostBytes) throw new Unreadable('too_large', file);
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const reading = new XmlReading(
    {
      open(name, attributes) {
        const element: Element = { name: plain(name), attributes: plainKeys(attributes), children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      text: (text) => void open.at(-1)!.children.push(text),
      close: () => void open.pop(),
    },
    file,
  );
  const step = 64 * 1024;
  for (let at = 0; at < bytes.byteLength; at += step) reading.write(bytes.subarray(at, at + step));
  const [document] = root.children.filter(isElement);
  if (!document || open.length > 1) throw new Unreadable('broken_xml', file);
  return document;
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
