import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import { wrong, type Fault } from './fault.js';

/** An expression as CEL's grammar reads it. */
export type Node = ASTNode;

/** Characters of an expression. */
const longest = 2000;

/** Nothing of CEL's own library is called: only its grammar is used, within these bounds. */
const cel = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 200, maxDepth: 40, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 20 },
});

/** What has been read stays read: forms and rules say the same expressions again and again. */
const kept = new Map<string, Node | Fault>();
const keptAtMost = 2000;

/** Reads the text, or tells where it stops being an expression. */
export function grammatical(text: string): Node | Fault {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= keptAtMost) kept.clear();
  const read = parsed(text);
  kept.set(text, read);
  return read;
}

function parsed(text: string): Node | Fault {
  if (text.length > longest) return wrong('too_large', { start: longest, end: text.length });
  try {
    return cel.parse(text).ast;
  } catch (error) {
    const { code, range } = error instanceof ParseError ? error : { code: 'syntax', range: undefined };
    return wrong(code === 'limit_exceeded' ? 'too_large' : 'syntax', range ?? { start: 0, end: text.length });
  }
}
