import PDFDocument from 'pdfkit';
import { joined, widthOf, type Atom } from './atoms.js';
import { ink } from './ink.js';
import { typefaces, type Typeface } from './typeface.js';

const mm = (length: number) => (length / 25.4) * 72;

export type Align = 'left' | 'center' | 'right';

/** One line to be set. */
export interface Setting {
  readonly atoms: readonly Atom[];
  readonly typeface: Typeface;
  readonly size: number;
  readonly align: Align;
  readonly left: number;
  readonly width: number;
}

/** The pages of a PDF, filled from top to bottom: A4 and the margins of official documents (GB/T 9704). */
export class Pages {
  private readonly document: InstanceType<typeof PDFDocument>;
  private readonly chunks: Uint8Array[] = [];
  private readonly done: Promise<void>;
  readonly left = mm(28);
  readonly width: number;
  private readonly bottom: number;
  private readonly top = mm(37);
  /** Where the next line begins. */
  y = this.top;

  constructor(title: string, wide: boolean, made: Date) {
    this.document = new PDFDocument({
      size: 'A4',
      layout: wide ? 'landscape' : 'portrait',
      margin: 0,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: title, Producer: 'Lianxue', Creator: 'Lianxue', CreationDate: made },
    });
    for (const { name, path } of Object.values(typefaces)) this.document.registerFont(name, path);
    this.width = mm(wide ? 243 : 156);
    this.bottom = mm(wide ? 210 : 297) - mm(35);
    this.done = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
      this.document.on('end', resolve);
      this.document.on('error', reject);
    });
  }

  /** Room left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Room on an empty page. */
  get full(): number {
    return this.bottom - this.top;
  }

  /** Goes on at the top of a new page unless so much room is left, or the page is still empty. */
  need(height: number): void {
    if (height <= this.room || this.y === this.top) return;
    this.turn();
  }

  turn(): void {
    this.document.addPage();
    this.y = this.top;
  }

  /** Sets one line on its baseline; it is never broken here. */
  set({ atoms, typeface, size, align, left, width }: Setting, baseline: number): void {
    const natural = widthOf(atoms, typeface) * size;
    const shift = { left: 0, center: (width - natural) / 2, right: width - natural }[align];
    let at = left + Math.max(0, shift);
    for (const [index, item] of joined(atoms).entries()) {
      if (typeof item === 'string') {
        this.document.font(typeface.name).fontSize(size);
        this.document.text(item, at, baseline, { lineBreak: false, features: [], baseline: 'alphabetic' });
        at += widthOf([...item], typeface) * size;
      } else {
        const gap = index === 0 ? 0 : item.gap * size;
        ink(this.document, item, { left: at + gap, baseline, size, typeface });
        at += gap + item.width * size;
      }
    }
  }

  box(left: number, top: number, width: number, height: number): void {
    this.document.lineWidth(0.5).rect(left, top, width, height).stroke();
  }

  /** Numbers the pages and closes the file. */
  async finish(): Promise<Buffer> {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.document.switchToPage(page);
      const atoms = [...`— ${page - start + 1} —`];
      const [typeface, size] = [typefaces.regular, 12];
      const baseline = this.bottom + mm(7) + typeface.ascent * size;
      this.set({ atoms, typeface, size, align: 'center', left: this.left, width: this.width }, baseline);
    }
    this.document.end();
    await this.done;
    return Buffer.concat(this.chunks);
  }
}
