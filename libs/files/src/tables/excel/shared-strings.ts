import { Unreadable } from '../unreadable.js';
import type { Zip } from '../zip.js';
import { XmlReading } from './xml.js';

const longestCell = 32_767;
/** Text that many cells share: as much as a province's roster has, and no more than a process can spare. */
const mostBytes = 64 * 1024 * 1024;
const mostStrings = 4_000_000;

/** The texts that the cells of a workbook name by number, packed: a million strings of their own would take ten times the memory. */
export class SharedStrings {
  private bytes = Buffer.alloc(64 * 1024);
  private ends = new Uint32Array(1024);
  private count = 0;

  static async of(zip: Zip): Promise<SharedStrings> {
    const path = 'xl/sharedStrings.xml';
    const strings = new SharedStrings();
    if (!zip.has(path)) return strings;
    let text = '';
    let reading = false;
    let phonetic = false;
    const xml = new XmlReading(
      {
        open(name) {
          if (name === 'si') text = '';
          // What stands above a character to say how it is read is no part of a name.
          else if (name === 'rPh') phonetic = true;
          else if (name === 't') reading = !phonetic;
        },
        text(more) {
          if (reading && text.length < longestCell) text += more;
        },
        close(name) {
          if (name === 't') reading = false;
          else if (name === 'rPh') phonetic = false;
          else if (name === 'si' && !strings.add(text)) throw new Unreadable('too_large', path);
        },
      },
      path,
    );
    for await (const chunk of zip.read(path)) xml.write(chunk);
    return strings;
  }

  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  private add(text: string): boolean {
    const from = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    const until = from + Buffer.byteLength(text);
    if (until > mostBytes || this.count >= mostStrings) return false;
    if (until > this.bytes.length) {
      const wider = Buffer.alloc(Math.min(mostBytes, Math.max(until, this.bytes.length * 2)));
      this.bytes.copy(wider, 0, 0, from);
      this.bytes = wider;
    }
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.bytes.write(text, from);
    this.ends[this.count++] = until;
    return true;
  }
}
