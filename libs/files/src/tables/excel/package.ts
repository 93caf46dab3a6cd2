/** What every part of a workbook begins with. */
export const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Whether comments stand on it. */
  readonly comments?: boolean;
}

/** The parts of a workbook around its sheets, which are `xl/worksheets/sheet1.xml` and so on; `names` name what lies where. */
export function partsAround(sheets: readonly ListedSheet[], names: Readonly<Record<string, string>> = {}): Record<string, string> {
  const override = (part: string, type: string) => `<Override PartName="/xl/${part}" ContentType="${types}.${type}+xml"/>`;
  const listed = sheets.map(
    ({ name, hidden }, nth) =>
      `<sheet name="${escaped(sheetName(name))}" sheetId="${nth + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${nth + 1}"/>`,
  );
  const defined = Object.entries(names).map(([name, place]) => `<definedName name="${name}" hidden="1">${escaped(place)}</definedName>`);
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${sheets.map(({ comments }, nth) => override(`worksheets/sheet${nth + 1}.xml`, 'worksheet') + (comments ? override(`comments${nth + 1}.xml`, 'comments') : '')).join('')}${override('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, nth) => ['worksheet', `worksheets/sheet${nth + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
  };
}

export const relationships = (of: readonly (readonly [type: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="${packaged}/relationships">${of
    .map(([type, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/**
 * How a cell looks, each with its format below. `guarded` is text that a spreadsheet would take for a formula as soon as somebody
 * edits it; `open`, `openText` and `wrong` may be typed in where a sheet is protected.
 */
const looks = ['plain', 'heading', 'text', 'wrong', 'guarded', 'title', 'section', 'label', 'open', 'openText', 'shut'] as const;
export type Look = (typeof looks)[number];

export const formatOf = (look: Look): number => looks.indexOf(look);

const fill = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
const edge = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('');
const open = '<protection locked="0"/></xf>';
const wrapped = '<alignment vertical="center" wrapText="1"/>';
const formats: Readonly<Record<Look, string>> = {
  plain: '<xf xfId="0"/>',
  heading: '<xf fontId="1" applyFont="1" xfId="0"/>',
  text: '<xf numFmtId="49" applyNumberFormat="1" xfId="0"/>',
  wrong: `<xf numFmtId="49" fillId="2" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyProtection="1" xfId="0">${open}`,
  guarded: '<xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" xfId="0"/>',
  title: '<xf fontId="2" applyFont="1" xfId="0"/>',
  section: '<xf fontId="1" fillId="3" borderId="1" applyFont="1" applyFill="1" applyBorder="1" xfId="0"/>',
  label: `<xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1" xfId="0">${wrapped}</xf>`,
  open: `<xf borderId="1" applyBorder="1" applyProtection="1" xfId="0">${open}`,
  openText: `<xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1" applyProtection="1" xfId="0">${wrapped}${open}`,
  shut: '<xf fillId="4" borderId="1" applyFill="1" applyBorder="1" xfId="0"/>',
};
const stylesXml = `${xml}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFFFC7CE')}${fill('FFDDEBF7')}${fill('FFEDEDED')}</fills><borders count="2"><border/><border>${edge}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map((look) => formats[look]).join('')}</cellXfs></styleSheet>`;

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

/** What Excel would take for a formula, or for the way into another program, when somebody edits the cell. */
const startsFormula = /^[=+\-@\t\r]/;

/** A cell at its place. Text is always inline text: what begins with `=` is no formula, whoever wrote it, and stays text when it is edited. */
export function cellXml(value: string | number | undefined, place: string, look: Look): string {
  if (value === undefined) return look === 'plain' || look === 'text' ? '' : `<c r="${place}" s="${formatOf(look)}"/>`;
  const format = (as: Look) => (as === 'plain' ? '' : ` s="${formatOf(as)}"`);
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}"${format(look)}><v>${value}</v></c>`;
  const text = String(value).slice(0, longestText);
  const as = (look === 'plain' || look === 'text') && startsFormula.test(text) ? 'guarded' : look;
  return `<c r="${place}"${format(as)} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** XML forbids most control characters and lone surrogates even as references. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Excel's bounds for the name of a sheet. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
