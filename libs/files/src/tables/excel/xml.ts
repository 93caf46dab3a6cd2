import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isBadText, Unreadable } from '../unreadable.js';

/** What is heard while XML is read; names come without their prefix. */
export interface Heard {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece. Document types, where bombs of entities live, are refused. */
export class XmlReading {
  private readonly parser = new SaxesParser();
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(
    heard: Heard,
    private readonly file: string,
  ) {
    this.parser.on('error', () => this.broken());
    this.parser.on('doctype', () => this.broken());
    this.parser.on('opentag', (tag: SaxesTagPlain) => heard.open?.(local(tag.name), tag.attributes));
    this.parser.on('text', (text) => heard.text?.(text));
    this.parser.on('cdata', (text) => heard.text?.(text));
    this.parser.on('closetag', (tag: SaxesTagPlain) => heard.close?.(local(tag.name)));
  }

  write(chunk: Uint8Array): void {
    try {
      this.parser.write(this.decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (isBadText(error)) this.broken();
      throw error;
    }
  }

  private broken(): never {
    throw new Unreadable('broken_xml', this.file);
  }
}
