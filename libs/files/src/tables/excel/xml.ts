import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isBadText, Unreadable } from '../unreadable.js';

/** What is heard while XML is read; names come without their prefix. */
export interface Heard {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No workbook lies deeper, says more of one tag, or goes on so long without a tag: whatever does is there to fill the memory. */
const deepest = 64;
const mostAttributes = 100;
const longestSilence = 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece, holding little of it. Document types, where bombs of entities live, are refused. */
export class XmlReading {
  private readonly parser = new SaxesParser();
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private depth = 0;
  private attributes = 0;
  private silence = 0;

  constructor(
    heard: Heard,
    private readonly file: string,
  ) {
    this.parser.on('error', () => this.broken());
    this.parser.on('doctype', () => this.broken());
    this.parser.on('opentagstart', () => {
      this.attributes = 0;
      if (++this.depth > deepest) this.broken();
    });
    this.parser.on('attribute', () => {
      if (++this.attributes > mostAttributes) this.broken();
    });
    this.parser.on('opentag', (tag: SaxesTagPlain) => {
      this.silence = 0;
      heard.open?.(local(tag.name), tag.attributes);
    });
    this.parser.on('text', (text) => heard.text?.(text));
    this.parser.on('cdata', (text) => heard.text?.(text));
    this.parser.on('closetag', (tag: SaxesTagPlain) => {
      this.silence = 0;
      this.depth--;
      heard.close?.(local(tag.name));
    });
  }

  write(chunk: Uint8Array): void {
    if ((this.silence += chunk.byteLength) > longestSilence) this.broken();
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
