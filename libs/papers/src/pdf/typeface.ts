import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync, type Font } from 'fontkit';

/** What stands for a character that the typeface lacks: what printers set in its place. */
const missing = '〓';

/** Joins and variants say how neighbours look, and are nothing by themselves. */
const invisible = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** One weight of the typeface that PDF files carry in part: how wide its characters are, and which it has. */
class Typeface {
  private readonly widths = new Map<string, number>();
  private opened: Font | undefined;

  constructor(
    readonly name: string,
    file: string,
  ) {
    this.path = join(folder, file);
  }

  readonly path: string;

  /** The text in characters that it has, and the ones it lacks. */
  settable(text: string): { readonly text: string; readonly lacking: readonly string[] } {
    const lacking: string[] = [];
    const set = Array.from(text.replace(invisible, ''), (char) => {
      if (this.font.hasGlyphForCodePoint(char.codePointAt(0)!)) return char;
      lacking.push(char);
      return missing;
    });
    return { text: set.join(''), lacking };
  }

  /** In parts of the size it is set in. */
  widthOf(char: string): number {
    let width = this.widths.get(char);
    if (width === undefined) {
      width = this.font.glyphForCodePoint(char.codePointAt(0)!).advanceWidth / this.font.unitsPerEm;
      this.widths.set(char, width);
    }
    return width;
  }

  /** How far it reaches over the baseline, in parts of the size. */
  get ascent(): number {
    return this.font.ascent / this.font.unitsPerEm;
  }

  private get font(): Font {
    this.opened ??= openSync(this.path) as Font;
    return this.opened;
  }
}

export type { Typeface };

export const typefaces = {
  regular: new Typeface('regular', 'NotoSansHans-Regular.otf'),
  bold: new Typeface('bold', 'NotoSansHans-Bold.otf'),
} as const;
