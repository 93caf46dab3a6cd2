import { escaped } from '@lianxue/files';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Half-points: 三号 is 16 pt, 二号 22 pt, 五号 10.5 pt. */
const sizes = { title: 44, body: 32, caption: 24, small: 21 } as const;
const song = '宋体';
const fangSong = '仿宋';
const hei = '黑体';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly font?: string;
  readonly size?: number;
  readonly bold?: true;
  readonly align?: 'left' | 'center' | 'right';
  /** Characters by which the first line stands in. */
  readonly indent?: number;
  /** Points above and below. */
  readonly space?: readonly [above: number, below: number];
  readonly keepNext?: true;
}

/** One named style for each kind of line, so that who edits a paper changes all headings at once. */
const styles: readonly Style[] = [
  { id: 'mark', name: '标注', align: 'right', size: sizes.caption },
  { id: 'number', name: '文号', align: 'center' },
  { id: 'title', name: '文件标题', font: song, size: sizes.title, bold: true, align: 'center', space: [24, 24] },
  { id: 'addressees', name: '主送' },
  { id: 'heading1', name: '一级标题', font: hei, indent: 2, keepNext: true },
  { id: 'heading2', name: '二级标题', font: '楷体', indent: 2, keepNext: true },
  { id: 'paragraph', name: '正文段落', indent: 2 },
  { id: 'caption', name: '表题', align: 'center', size: sizes.caption, keepNext: true, space: [8, 4] },
  { id: 'note', name: '附注', size: sizes.small },
  { id: 'attachment', name: '附件说明', indent: 2, space: [3, 0] },
  { id: 'issuer', name: '署名', align: 'right', space: [32, 0] },
  { id: 'day', name: '成文日期', align: 'right' },
  { id: 'seal', name: '盖章处', align: 'right', size: sizes.small, space: [0, 60] },
  { id: 'cell', name: '表格文字', size: sizes.small },
  { id: 'cellHeading', name: '表头', font: hei, size: sizes.small, align: 'center' },
  { id: 'cellNumber', name: '表格数值', size: sizes.small, align: 'right' },
];

function styleXml({ id, name, font = fangSong, size = sizes.body, bold, align, indent, space, keepNext }: Style): string {
  const spacing = space ? `<w:spacing w:before="${space[0] * 20}" w:after="${space[1] * 20}"/>` : '';
  const first = indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 10}"/>` : '';
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${keepNext ? '<w:keepNext/>' : ''}${spacing}${first}${align ? `<w:jc w:val="${align}"/>` : ''}</w:pPr>` +
    `<w:rPr><w:rFonts w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  );
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const tableStyle = (id: string, name: string, borders: string) =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:tblPr>${borders}<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
const ruled = `<w:tblBorders>${edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`;

const stylesXml =
  `${xml}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fangSong}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
  styles.map(styleXml).join('') +
  `${tableStyle('ruledGrid', '有框表', ruled)}${tableStyle('plainGrid', '无框表', '')}</w:styles>`;

const field = (kind: string, instruction = '') =>
  instruction
    ? `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`
    : `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const footerXml = `${xml}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>${field('begin')}${field('', ' PAGE ')}${field('end')}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

/** Everything of a Word document but what it says. */
export const fixedParts = (title: string): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
  'word/styles.xml': stylesXml,
  'word/footer1.xml': footerXml,
});
