/** Full-width and half-width, capital and small letters are the same to who searches. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What a search looks through: the pieces in one text, folded, each on a line of its own, the title first. */
export const searchable = (pieces: readonly string[]): string => folded(pieces.filter(Boolean).join('\n'));

/** A search as PostgreSQL runs it: a query over character bigrams that finds candidates by index, and patterns that decide. */
export interface Search {
  /** Folded; all of them are wanted. */
  readonly terms: readonly string[];
  readonly bigrams: string;
  readonly patterns: readonly string[];
  /** The patterns that the bigrams leave open: of one or two characters an index entry says itself whether they are there. */
  readonly open: readonly string[];
  /** What the text begins with that begins with the first of the terms. */
  readonly beginning: string;
}

/**
 * Chinese has no spaces, and most of its words have two characters: pieces of two find every fragment, without a
 * dictionary that would miss names. Undefined when there is nothing to look for.
 * @example searchFor('认识') // { terms: ['认识'], bigrams: "'认识'", patterns: ['%认识%'], open: [], beginning: '认识%' }
 */
export function searchFor(q: string): Search | undefined {
  const terms = folded(q).split(/\s+/u).filter(Boolean);
  if (terms.length === 0) return undefined;
  return {
    terms,
    bigrams: [...new Set(terms.flatMap(bigramsOf))].join(' & '),
    patterns: terms.map(anywhere),
    open: terms.filter((term) => [...term].length > 2).map(anywhere),
    beginning: `${literal(terms[0]!)}%`,
  };
}

const anywhere = (term: string): string => `%${literal(term)}%`;
const literal = (term: string): string => term.replace(/[\\%_]/g, '\\$&');

/** The pairs of neighbours, quoted for `tsquery`; a single character is the beginning of a pair. */
function bigramsOf(term: string): string[] {
  const characters = [...term];
  if (characters.length === 1) return [`${quoted(term)}:*`];
  return characters.slice(1).map((character, index) => quoted(characters[index]! + character));
}

const quoted = (piece: string): string => `'${piece.replace(/['\\]/g, '$&$&')}'`;
