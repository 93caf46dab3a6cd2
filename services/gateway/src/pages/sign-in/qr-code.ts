import qrcode from 'qrcode-generator';
import { html, type Html } from './html.js';

/** Modules of blank around it; readers need four. */
const quiet = 4;

/** A QR code drawn here, in the page itself: what it says is told to no other server, and needs no script. */
export function qrCode(text: string, description: string): Html {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * quiet;
  const lines = Array.from({ length: count }, (_, row) => lineOf(count, row, (column) => code.isDark(row, column)));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${description}" shape-rendering="crispEdges">
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${lines.join('')}" fill="#000" />
  </svg>`;
}

/** Each run of dark modules as one rectangle: a fifth of the bytes. */
function lineOf(count: number, row: number, isDark: (column: number) => boolean): string {
  let path = '';
  for (let column = 0; column < count; column++) {
    let end = column;
    while (end < count && isDark(end)) end++;
    if (end > column) path += `M${column + quiet} ${row + quiet}h${end - column}v1h-${end - column}z`;
    column = end;
  }
  return path;
}
