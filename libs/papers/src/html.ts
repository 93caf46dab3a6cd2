import type { Paper } from '@lianxue/contracts';
import { escaped } from '@lianxue/files';
import { mathMl } from './formulas/formula.js';
import { asWritten, runsOf } from './formulas/runs.js';
import { cellText, isGrid, isWide, piecesOf, shares, type Grid, type Piece, type Role } from './pieces.js';

const tags: Readonly<Record<Role, string>> = {
  mark: 'p',
  number: 'p',
  title: 'h1',
  addressees: 'p',
  heading1: 'h2',
  heading2: 'h3',
  paragraph: 'p',
  caption: 'p',
  note: 'p',
  attachment: 'p',
  issuer: 'p',
  day: 'p',
  seal: 'p',
};

/** A page that needs nothing from anywhere, reads on a screen and prints on A4. */
export function pageOf(paper: Paper): Buffer {
  const pieces = piecesOf(paper);
  const said = (words: string) => (paper.formulas ? setHtml(words) : escaped(words));
  const text = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title)}</title>
<style>${styles}${isWide(pieces) ? '@page{size:A4 landscape}main{max-width:257mm}' : ''}</style>
</head>
<body>
<main>
${pieces.map((piece) => pieceHtml(piece, said)).join('\n')}
</main>
</body>
</html>
`;
  return Buffer.from(text);
}

type Said = (text: string) => string;

/** Words with their formulas as MathML, which browsers set by themselves. */
const setHtml: Said = (text) =>
  runsOf(text, true)
    .map((run) => ('words' in run ? escaped(run.words) : (mathMl(run.tex, run.block) ?? escaped(asWritten(run)))))
    .join('');

function pieceHtml(piece: Piece, said: Said): string {
  if (isGrid(piece)) return gridHtml(piece, said);
  const tag = tags[piece.role];
  return `<${tag} class="${piece.role}">${said(piece.text)}</${tag}>`;
}

function gridHtml(grid: Grid, said: Said): string {
  const { heading, rows, numeric, role } = grid;
  const columns = shares(grid).map((share) => `<col style="width:${(share * 100).toFixed(1)}%">`);
  const head = heading ? `<thead><tr>${heading.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead>` : '';
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td${numeric[index] ? ' class="numeric"' : ''}>${said(cellText(cell))}</td>`).join('')}</tr>`,
  );
  return `<table class="${role}"><colgroup>${columns.join('')}</colgroup>${head}<tbody>${body.join('')}</tbody></table>`;
}

/** Sizes and margins as official documents have them (GB/T 9704): A4, 37 mm above, 28 mm to the left, body in 16 pt. */
const styles = [
  '@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";font-size:14pt}}',
  'body{margin:0;color:#000;background:#fff;font:16pt/1.75 FangSong,STFangsong,FangSong_GB2312,"Noto Serif CJK SC","Noto Serif SC",serif}',
  'main{max-width:156mm;margin:0 auto}',
  '@media screen{main{padding:20mm 10mm}}',
  'p,h1,h2,h3{margin:0;font-size:16pt;overflow-wrap:anywhere}',
  'h1,h2,.addressees,th{font-family:SimHei,STHeiti,"Noto Sans CJK SC","Noto Sans SC",sans-serif}',
  'h1{font-size:22pt;line-height:1.4;text-align:center;margin:8mm 0}',
  'h2{font-weight:400}h3{font-weight:400;font-family:KaiTi,STKaiti,serif}h2,h3,.paragraph,.attachment{text-indent:2em}',
  'h2,h3,.caption{break-after:avoid}',
  '.mark{text-align:right;color:#c00;font-size:12pt}.number{text-align:center}.addressees{font-family:inherit}',
  '.attachment{margin-top:.2em}.caption{text-align:center;font-size:12pt;margin-top:.5em}',
  '.note{font-size:10.5pt;line-height:1.5}',
  '.issuer,.day,.seal{text-align:right;padding-right:4em}.issuer{margin-top:2em}.seal{color:#777;font-size:10.5pt;min-height:30mm}',
  'table{border-collapse:collapse;width:100%;margin:4mm 0;font-size:10.5pt;line-height:1.4;table-layout:fixed}',
  'th,td{border:.5pt solid #000;padding:1mm 1.5mm;overflow-wrap:anywhere;text-align:left;vertical-align:top}',
  'th{text-align:center;font-weight:700}thead{display:table-header-group}tr{break-inside:avoid}',
  '.numeric{text-align:right;font-variant-numeric:tabular-nums}',
  '.fields td:nth-child(odd){width:6em;font-weight:700}',
  '.signatures{margin-top:10mm}.signatures td{border:0;height:12mm}',
].join('\n');
