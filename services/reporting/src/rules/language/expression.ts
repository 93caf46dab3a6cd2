import { Fault } from './fault.js';
import { grammatical } from './grammar.js';
import type { Kind, Lookup, Mention, Origin, Outcome, Term } from './outcome.js';
import { Reading, type Vocabulary } from './reading.js';

/**
 * An expression over the indicators of a form, read and found right before any value is known: CEL's grammar, exact numbers,
 * no loops. Computing takes as many steps as the expression has parts, and never throws.
 */
export class Expression {
  private constructor(
    readonly text: string,
    /** Every name it speaks of, each once. */
    readonly mentions: readonly Mention[],
    private readonly term: Term,
  ) {}

  /** Reads it, or tells all that is wrong with it. */
  static read(text: string, vocabulary: Vocabulary, wanted: Kind): Expression | readonly Fault[] {
    const node = grammatical(text);
    if (node instanceof Fault) return [node];
    const reading = new Reading(vocabulary);
    const term = reading.termOf(node, wanted);
    return reading.faults.length > 0 ? reading.faults : new Expression(text, reading.mentions, term);
  }

  of(lookup: Lookup): Outcome {
    return this.term.compute(lookup);
  }

  speaksOf(origin: Origin): boolean {
    return this.mentions.some((mention) => mention.origin === origin);
  }
}
