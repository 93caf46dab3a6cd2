import { MathJaxMhchemFontExtension } from '@mathjax/mathjax-mhchem-font-extension/js/svg.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/js/input/tex/extpfeil/ExtpfeilConfiguration.js';
import '@mathjax/src/js/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/js/input/tex/textcomp/TextcompConfiguration.js';
import '@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import { drawingOf, type Drawing, type SvgNode } from './drawing.js';

/** Nothing is defined and no address is followed; what swells ends; what is not known is refused rather than set in red. */
const input = new TeX({
  packages: ['base', 'ams', 'boldsymbol', 'cancel', 'color', 'extpfeil', 'gensymb', 'mhchem', 'textcomp', 'upgreek'],
  maxMacros: 200,
  maxBuffer: 5 * 1024,
  formatError: (_: unknown, error: Error) => {
    throw error;
  },
});

/** Each character drawn by itself, and each part up to where a line may be broken a picture of its own. */
const output = new SVG({ fontCache: 'none', linebreaks: { inline: true } });
/** The arrows of chemistry. */
output.addExtension(MathJaxMhchemFontExtension);

RegisterHTMLHandler(liteAdaptor());
const typesetter = mathjax.document('', { InputJax: input, OutputJax: output });

/** A Chinese character is to be as wide as the size: this is said by the height of an x. */
const measures = { em: 16, ex: 16 * output.font.params.x_height };

/** A formula drawn by MathJax; undefined where it does not know a command of it. */
export async function drawn(tex: string, block: boolean): Promise<readonly Drawing[] | undefined> {
  input.reset();
  try {
    return drawingsOf((await typesetter.convertPromise(tex, { display: block, ...measures })) as SvgNode);
  } catch {
    return undefined;
  }
}

function drawingsOf({ children = [] }: SvgNode): Drawing[] | undefined {
  const drawings: Drawing[] = [];
  let gap = 0;
  for (const child of children) {
    if (child.kind === 'mjx-break') gap += gapOf(child);
    if (child.kind !== 'svg') continue;
    const drawing = drawingOf(child, gap);
    if (!drawing) return undefined;
    drawings.push(drawing);
    gap = 0;
  }
  return drawings.length > 0 ? drawings : undefined;
}

/** The sizes by which TeX tells operators apart from what they join, in eighteenths. */
const sizes: Readonly<Record<string, number>> = { '0': 0, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6 };

/** How wide a place is at which a line may be broken. */
function gapOf({ attributes = {} }: SvgNode): number {
  const size = sizes[String(attributes['size'])];
  if (size !== undefined) return size / 18;
  const [spacing] = /(?<=letter-spacing: ?)-?[\d.]+(?=em)/.exec(String(attributes['style'] ?? '')) ?? [];
  return spacing === undefined ? 0 : Math.max(0, 1 + Number(spacing));
}
