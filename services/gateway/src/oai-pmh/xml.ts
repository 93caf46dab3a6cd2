import { escaped } from '@lianxue/files';

/** A piece of XML that is well-formed as it stands. */
export interface Xml {
  readonly xml: string;
}

type Content = string | number | Xml | undefined | null | false | readonly Content[];

/** An element; text is escaped, and what XML forbids is left out of it. An element of nothing at all is left out too. */
export function element(name: string, content: Content, attributes: Readonly<Record<string, string | number | undefined>> = {}): Xml {
  const inner = inside(content);
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined);
  if (inner === '' && said.length === 0) return nothing;
  return { xml: `<${name}${said.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('')}>${inner}</${name}>` };
}

const nothing: Xml = { xml: '' };

function inside(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'xml' in content ? content.xml : content.map(inside).join('');
}

/** As OAI-PMH writes an instant: UTC, to the second. */
export const inSeconds = (instant: string | Date): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
