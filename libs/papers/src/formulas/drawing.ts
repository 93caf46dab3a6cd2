/** A formula, or the part of one up to where a line may be broken, as it is drawn; measured in sizes of the text around it. */
export interface Drawing {
  readonly width: number;
  /** Over and under the baseline. */
  readonly above: number;
  readonly below: number;
  /** The room before it, unless a line begins with it. */
  readonly gap: number;
  readonly marks: readonly Mark[];
}

/** Something that is drawn, in thousandths of the size, right and down from where the baseline begins. */
export type Mark = Outline | Letters;

interface Outline {
  readonly at: Matrix;
  /** As SVG writes paths. */
  readonly path: string;
  /** How thick its line is; it is filled where there is none. */
  readonly line: number;
  readonly dashed: boolean;
  /** The corners within which it is seen, where that is not all of it. */
  readonly seen: Corners | undefined;
}

/** What the typeface of formulas lacks: Chinese above all. */
interface Letters {
  readonly at: Matrix;
  readonly words: string;
  readonly size: number;
}

/** Where a mark lies, as SVG and PDF say it. */
type Matrix = readonly [number, number, number, number, number, number];

type Corners = readonly (readonly [number, number])[];

/** An element of SVG, or a text in one. */
export interface SvgNode {
  readonly kind: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly children?: readonly SvgNode[];
  readonly value?: string;
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** A whole picture; undefined where it does not say how large it is. */
export function drawingOf(svg: SvgNode, gap: number): Drawing | undefined {
  const [left = 0, top = 0, width = 0, height = 0] = numbers(said(svg, 'viewBox'));
  if (!(width > 0 && height > 0)) return undefined;
  const marks = (svg.children ?? []).flatMap((child) => marksOf(child, [1, 0, 0, 1, -left, 0], undefined));
  return { width: width / 1000, above: -top / 1000, below: (top + height) / 1000, gap, marks };
}

function marksOf(node: SvgNode, around: Matrix, seen: Corners | undefined): Mark[] {
  const at = transforms(said(node, 'transform')).reduce(inside, around);
  const number = (name: string) => Number.parseFloat(said(node, name)) || 0;
  const outline = (path: string): Mark => ({ at, path, line: lineOf(node), dashed: said(node, 'class').includes('dashed'), seen });
  switch (node.kind) {
    case 'g':
      return (node.children ?? []).flatMap((child) => marksOf(child, at, seen));
    case 'svg':
      return windowed(node, at);
    case 'path':
      return [outline(said(node, 'd'))];
    case 'line':
      return [outline(`M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`)];
    case 'rect':
      // What lies behind words is left out: printed in black, it would hide them.
      if (said(node, 'data-bgcolor') && said(node, 'fill') !== 'black') return [];
      return [outline(`M${number('x')} ${number('y')}h${number('width')}v${number('height')}h${-number('width')}Z`)];
    case 'ellipse':
      return [outline(ellipse(number('cx'), number('cy'), number('rx'), number('ry')))];
    case 'text':
      return [{ at, words: (node.children ?? []).map(({ value = '' }) => value).join(''), size: number('font-size') }];
    default:
      return [];
  }
}

/** A picture in the picture, of which only a part is seen: what makes a bracket as long as it must be. */
function windowed(node: SvgNode, at: Matrix): Mark[] {
  const number = (name: string) => Number.parseFloat(said(node, name)) || 0;
  const [left, top, right, bottom] = [number('x'), number('y'), number('x') + number('width'), number('y') + number('height')];
  const corner = (x: number, y: number) => [at[0] * x + at[2] * y + at[4], at[1] * x + at[3] * y + at[5]] as const;
  const seen = [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
  const [x = 0, y = 0] = numbers(said(node, 'viewBox'));
  const moved = inside(at, [1, 0, 0, 1, left - x, top - y]);
  return (node.children ?? []).flatMap((child) => marksOf(child, moved, seen));
}

/** How thick the line of an element is. Those of tables say it only where it is not the usual. */
function lineOf(node: SvgNode): number {
  const [inStyle] = /(?<=stroke-width: ?)[\d.]+/.exec(said(node, 'style')) ?? [];
  const thick = said(node, 'stroke-width') || said(node, 'stroke-thickness') || inStyle;
  if (thick !== undefined) return Number.parseFloat(thick);
  return said(node, 'class').startsWith('mjx-') ? 70 : 0;
}

const ellipse = (x: number, y: number, across: number, down: number): string =>
  `M${x - across} ${y}a${across} ${down} 0 1 0 ${2 * across} 0a${across} ${down} 0 1 0 ${-2 * across} 0Z`;

function said(node: SvgNode, name: string): string {
  const value = node.attributes?.[name];
  return value === undefined || value === null ? '' : String(value);
}

const numbers = (text: string): number[] => (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);

/** `translate(…) scale(…)` as matrices. */
const transforms = (text: string): Matrix[] =>
  [...text.matchAll(/(\w+)\(([^)]*)\)/g)].map(([, kind, values]) => transform(kind!, numbers(values!)));

function transform(kind: string, values: readonly number[]): Matrix {
  const [first = 0, second] = values;
  switch (kind) {
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate':
      return rotation((first * Math.PI) / 180, second ?? 0, values[2] ?? 0);
    case 'matrix':
      return values as unknown as Matrix;
    default:
      return unmoved;
  }
}

function rotation(angle: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** A matrix within another. */
const inside = ([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix => [
  ...([a * k + c * l, b * k + d * l] as const),
  ...([a * m + c * n, b * m + d * n] as const),
  ...([a * o + c * p + e, b * o + d * p + f] as const),
];
