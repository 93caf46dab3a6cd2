import { wrong, type Fault } from './fault.js';
import { Fraction } from './fraction.js';
import { changeFrom, functions } from './functions.js';
import type { Node } from './grammar.js';
import { compare, logic } from './operators.js';
import { origins, quotient, Silence, strictly, type Kind, type Mention, type Origin, type Outcome, type Term } from './outcome.js';

/** What an expression may speak of. */
export interface Vocabulary {
  /** The kind of an indicator's value, with the options of a choice; undefined where the form has none of that name. */
  readonly indicator: (name: string) => { readonly kind: Kind; readonly options?: ReadonlySet<string> | undefined } | undefined;
  /** What the platform knows already and can be compared with. */
  readonly sources: ReadonlySet<string>;
  /** In a formula two indicators are never multiplied, since it is also computed from sums. */
  readonly formula: boolean;
}

const kindNames: Readonly<Record<Kind, { zh: string; en: string }>> = {
  number: { zh: '数', en: 'a number' },
  text: { zh: '文字或选项', en: 'a text or an option' },
  truth: { zh: '判断', en: 'something true or false' },
};

const written = /^\d{1,12}(\.\d{1,6})?$/;

const arithmetic: Readonly<Record<string, (left: Fraction, right: Fraction) => Outcome>> = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': quotient,
};

/** Stands in for what could not be read, so that the rest is still looked at. */
const unreadable = (kind: Kind): Term => ({ kind, constant: true, compute: () => Silence.missing });

/** Goes once through what the grammar made of an expression: is every name known, every operand of the right kind? */
export class Reading {
  readonly faults: Fault[] = [];
  private readonly spokenOf = new Map<string, Mention>();

  constructor(private readonly vocabulary: Vocabulary) {}

  get mentions(): readonly Mention[] {
    return [...this.spokenOf.values()];
  }

  /** The term of this node; of the wanted kind, if one is wanted. */
  termOf(node: Node, wanted?: Kind): Term {
    const before = this.faults.length;
    const term = this.read(node, wanted);
    if (wanted === undefined || term.kind === wanted) return term;
    if (this.faults.length === before) this.faults.push(wrong('wrong_type', node, kindNames[wanted]));
    return unreadable(wanted);
  }

  private read(node: Node, wanted: Kind = 'number'): Term {
    switch (node.op) {
      case 'value':
        return this.literal(node) ?? this.refuse(node, wanted);
      case 'id':
        return this.name('now', node.args, node, wanted);
      case '.': {
        const [of, name] = node.args;
        const origin = of.op === 'id' ? origins.find((known) => known !== 'now' && known === of.args) : undefined;
        return origin ? this.name(origin, name, node, wanted) : this.refuse(node, wanted);
      }
      case '+':
      case '-':
      case '*':
      case '/':
        return this.arithmetic(node.op, node.args, node);
      case '-_': {
        const operand = this.termOf(node.args, 'number');
        return { ...operand, compute: strictly([operand], (number) => (number as Fraction).negated()) };
      }
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.comparison(node.op, node.args);
      case 'in':
        return this.membership(node.args, node);
      case '&&':
      case '||':
      case '!_': {
        const operands = (node.op === '!_' ? [node.args] : node.args).map((operand) => this.termOf(operand, 'truth'));
        return { kind: 'truth', constant: operands.every(({ constant }) => constant), compute: logic[node.op](operands) };
      }
      case '?:':
        return this.choice(node.args, wanted);
      case 'call':
        return this.call(node.args[0], node.args[1], node, wanted);
      default:
        return this.refuse(node, wanted);
    }
  }

  private literal(node: Node & { op: 'value' }): Term | undefined {
    const { args: value } = node;
    if (typeof value === 'boolean' || typeof value === 'string')
      return { kind: typeof value === 'boolean' ? 'truth' : 'text', constant: true, compute: () => value };
    if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
    // As it is written, not as a double would hold it.
    const digits = node.input.slice(node.start, node.end);
    if (!written.test(digits)) {
      this.faults.push(wrong('malformed_number', node));
      return unreadable('number');
    }
    const number = Fraction.of(digits);
    return { kind: 'number', constant: true, compute: () => number };
  }

  private name(origin: Origin, name: string, node: Node, wanted: Kind): Term {
    // What is usual among siblings is compared with, never part of a figure.
    const isOffered = !this.vocabulary.formula || (origin !== 'mean' && origin !== 'variance');
    const known = origin === 'source' ? this.vocabulary.sources.has(name) && 'number' : this.vocabulary.indicator(name)?.kind;
    const kind = isOffered && known;
    if (!kind) {
      this.faults.push(wrong('unknown_name', node, name));
      return unreadable(wanted);
    }
    this.spokenOf.set(`${origin}.${name}`, { origin, name });
    return { kind, constant: false, compute: (lookup) => lookup(origin, name) ?? Silence.missing };
  }

  private arithmetic(op: '+' | '-' | '*' | '/', operands: readonly Node[], node: Node): Term {
    const terms = operands.map((operand) => this.termOf(operand, 'number'));
    if (op === '*' && this.vocabulary.formula && terms.every(({ constant }) => !constant)) this.faults.push(wrong('product', node));
    const apply = arithmetic[op]!;
    return {
      kind: 'number',
      constant: terms.every(({ constant }) => constant),
      compute: strictly(terms, (left, right) => apply(left as Fraction, right as Fraction)),
    };
  }

  private comparison(op: keyof typeof compare, [first, second]: readonly [Node, Node]): Term {
    const onlyNumbers = op !== '==' && op !== '!=';
    const left = this.termOf(first, onlyNumbers ? 'number' : undefined);
    const right = this.termOf(second, left.kind);
    this.holdToOptions(first, [second]);
    this.holdToOptions(second, [first]);
    return { kind: 'truth', constant: left.constant && right.constant, compute: strictly([left, right], compare[op]) };
  }

  private membership([item, list]: readonly [Node, Node], node: Node): Term {
    if (list.op !== 'list') return this.refuse(node, 'truth');
    const one = this.termOf(item);
    const others = list.args.map((element) => this.termOf(element, one.kind));
    this.holdToOptions(item, list.args);
    return {
      kind: 'truth',
      constant: false,
      compute: strictly([one, ...others], (sought, ...found) => found.some((each) => compare['=='](sought, each))),
    };
  }

  /** A choice is compared with its own options only: a misspelt one would never be met, and nobody would notice. */
  private holdToOptions(name: Node, values: readonly Node[]): void {
    const code = name.op === 'id' ? name.args : name.op === '.' ? name.args[1] : undefined;
    const options = code === undefined ? undefined : this.vocabulary.indicator(code)?.options;
    for (const value of options ? values : [])
      if (value.op === 'value' && typeof value.args === 'string' && !options!.has(value.args))
        this.faults.push(wrong('unknown_option', value, value.args));
  }

  private choice([condition, then, otherwise]: readonly [Node, Node, Node], wanted: Kind): Term {
    const decides = this.termOf(condition, 'truth');
    const yes = this.read(then, wanted);
    const no = this.termOf(otherwise, yes.kind);
    return {
      kind: yes.kind,
      constant: decides.constant && yes.constant && no.constant,
      compute: (lookup) => {
        const decided = decides.compute(lookup);
        if (decided instanceof Silence) return decided;
        return (decided === true ? yes : no).compute(lookup);
      },
    };
  }

  private call(name: string, operands: readonly Node[], node: Node, wanted: Kind): Term {
    if (name === 'change') return this.change(operands, node);
    const offered = functions.get(name);
    if (!offered) {
      this.faults.push(wrong('unknown_name', node, name));
      return unreadable(wanted);
    }
    if (operands.length < offered.least || operands.length > offered.most) {
      this.faults.push(wrong('arguments', node, name));
      return unreadable(offered.gives);
    }
    const terms = operands.map((operand) => this.termOf(operand, offered.takes));
    return { kind: offered.gives, constant: terms.every(({ constant }) => constant), compute: offered.compute(terms) };
  }

  /** `change(x)`: by how many per cent an indicator differs from the period before. */
  private change(operands: readonly Node[], node: Node): Term {
    const [of] = operands;
    if (of?.op !== 'id' || operands.length !== 1) {
      this.faults.push(wrong('arguments', node, 'change'));
      return unreadable('number');
    }
    const now = this.termOf(of, 'number');
    const before = this.name('last', of.args, of, 'number');
    return {
      kind: 'number',
      constant: false,
      compute: strictly([now, before], (present, past) => changeFrom(present as Fraction, past as Fraction)),
    };
  }

  private refuse(node: Node, wanted: Kind): Term {
    this.faults.push(wrong('not_offered', node, node.input.slice(node.start, Math.min(node.end, node.start + 40))));
    return unreadable(wanted);
  }
}
