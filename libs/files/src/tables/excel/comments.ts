import { escaped, letters, main, xml } from './package.js';

/** What is said about one cell, its place counted from 0. */
export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export const comments = (said: readonly Comment[]): string =>
  `${xml}<comments xmlns="${main}"><authors><author/></authors><commentList>${said
    .map(
      ({ row, column, text }) =>
        `<comment ref="${letters(column)}${row + 1}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
    )
    .join('')}</commentList></comments>`;

/** The boxes in which Excel shows comments: it shows none without them. */
export const drawings = (said: readonly Comment[], sheet: number): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${said
    .map(
      ({ row, column }, nth) =>
        `<v:shape id="_x0000_s${sheet * 1024 + nth + 1}" type="#_x0000_t202" style="position:absolute;width:180pt;height:60pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`;
