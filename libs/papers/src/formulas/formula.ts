import temml from 'temml';

/** Its types speak of a module within the module, which there is not. */
const typesetter = temml as unknown as (typeof temml)['default'];

/** A part of a formula, as MathML says it. */
export interface MathPart {
  /** `mfrac`, `msub`, …; empty where parts only stand beside each other. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly MathPart[];
  /** Of what has no parts. */
  readonly text: string;
}

/** What the typesetter makes: elements, groups of them, and texts. */
interface Node {
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
  readonly text?: string;
}

/** No address is followed and nothing is defined; what swells ends. */
const bounds = { throwOnError: true, strict: false, trust: false, maxExpand: 200, maxSize: [20, 20] as [number, number] };

/** A formula as MathML for a page; undefined where the typesetter does not know a command of it. */
export function mathMl(tex: string, block: boolean): string | undefined {
  return attempted(() => typesetter.renderToString(tex, { ...bounds, displayMode: block }));
}

/** A formula in its parts; undefined where the typesetter does not know a command of it. */
export function mathOf(tex: string): MathPart | undefined {
  return attempted(() => partOf(typesetter.__renderToMathMLTree(tex, bounds) as Node));
}

/** What exams print is kept as it was, whether or not it can be set. */
function attempted<T>(set: () => T): T | undefined {
  try {
    return set();
  } catch {
    return undefined;
  }
}

function partOf({ type = '', attributes = {}, children = [], text }: Node): MathPart {
  const texts = children.filter((child) => child.text !== undefined && child.type === undefined);
  const isLeaf = text !== undefined || (children.length > 0 && texts.length === children.length);
  return {
    type,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    parts: isLeaf ? [] : children.map(partOf),
    text: text ?? (isLeaf ? texts.map((each) => each.text).join('') : ''),
  };
}

/** Those that only hold others beside each other. */
const groups = new Set(['', 'math', 'mrow', 'mstyle', 'mpadded', 'semantics', 'mtd']);

/** What stands beside each other in a part, without what only groups it. */
export function besideEachOther(part: MathPart): readonly MathPart[] {
  if (!groups.has(part.type) || fenced(part)) return [part];
  return part.text === '' ? part.parts.flatMap(besideEachOther) : [part];
}

export interface Fenced {
  readonly begin: string;
  readonly end: string;
  readonly inside: readonly MathPart[];
}

/** A row between brackets, either of which may be none. */
export function fenced({ type, parts }: MathPart): Fenced | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  const isFence = (part: MathPart | undefined) => part?.type === 'mo' && part.attributes['fence'] === 'true';
  if (type !== 'mrow' || parts.length < 3 || !isFence(first) || !isFence(last)) return undefined;
  return { begin: first!.text, end: last!.text, inside: parts.slice(1, -1) };
}
