import { QuestionContent, type QuestionFaultCode, type QuestionPart } from '@lianxue/contracts';
import { toolName } from './item-writing.js';
import { FormulaUnreadable, textIn, type Reading } from './mark-up.js';
import { child, childrenOf, elementsOf, within, wordsOf, type Element } from './xml.js';

const interactions = new Set(['choiceInteraction', 'textEntryInteraction', 'matchInteraction', 'extendedTextInteraction']);
const isInteraction = ({ name }: Element) => name.endsWith('Interaction');

/** An item that cannot be taken, and why. */
export class ItemUnfit extends Error {
  constructor(readonly fault: QuestionFaultCode) {
    super(fault);
  }
}

/** An assessment item of QTI 2.1, 2.2 or 3.0 as a question. `figure` says under which name a picture is known. */
export function contentOf(item: Element, figure: Reading['figure']): QuestionContent {
  const read = new ItemReading(item, figure);
  try {
    const parsed = QuestionContent.safeParse(read.content());
    if (parsed.success) return parsed.data;
  } catch (error) {
    throw error instanceof FormulaUnreadable ? new ItemUnfit('formula.unreadable') : error;
  }
  throw new ItemUnfit('unreadable');
}

class ItemReading {
  private readonly own: boolean;
  private readonly body: Element;
  private readonly responses: ReadonlyMap<string, Element>;

  constructor(
    private readonly item: Element,
    private readonly figure: Reading['figure'],
  ) {
    const body = child(item, 'itemBody');
    if (item.name !== 'assessmentItem' || !body) throw new ItemUnfit('unreadable');
    this.body = body;
    this.own = item.attributes['toolName'] === toolName;
    this.responses = new Map(childrenOf(item, 'responseDeclaration').map((each) => [each.attributes['identifier'] ?? '', each]));
  }

  content(): unknown {
    const found = interactionsIn(this.body);
    if (found.length === 0 || found.some(({ name }) => !interactions.has(name))) throw new ItemUnfit('kind.unsupported');
    const isComposite = this.own
      ? this.item.attributes['label'] === 'composite'
      : found.some(({ name }) => name !== 'textEntryInteraction') && found.length > 1;
    const analysis = this.analysis(this.own ? 'analysis' : undefined);
    if (!isComposite) return { ...this.part(this.body, found), analysis, score: this.score('SCORE') };
    const shared = { kind: 'composite', analysis, score: this.score('SCORE') };
    if (!this.own) return { ...shared, stem: this.text(this.body), parts: found.map((each) => this.foreignPart(each)) };
    const [stem, ...parts] = childrenOf(this.body, 'div');
    if (!stem) throw new ItemUnfit('unreadable');
    return {
      ...shared,
      stem: this.text(stem),
      parts: parts.map((part, index) => ({
        ...this.part(part, interactionsIn(part)),
        analysis: this.analysis(`analysis_${index + 1}`),
        score: this.score(`SCORE_${index + 1}`),
      })),
    };
  }

  /** A part of ours lies in a `div` with its stem; elsewhere the interaction asks for itself. */
  private foreignPart(interaction: Element): Partial<QuestionPart> {
    const prompt = child(interaction, 'prompt');
    const stem = (prompt && this.text(prompt)) || '（见题干）';
    return { ...this.asked(interaction), stem };
  }

  private part(element: Element, found: readonly Element[]): object {
    const [first] = found;
    if (!first) throw new ItemUnfit('kind.unsupported');
    if (first.name === 'textEntryInteraction')
      return { kind: 'blank', stem: this.stem(element, true), blanks: found.map((each) => this.accepted(each)) };
    return { ...this.asked(first), stem: this.stem(element, false) };
  }

  private stem(element: Element, withBlanks: boolean): string {
    if (this.own) return this.text(child(element, 'div')!, withBlanks);
    const prompts = [...within(element, 'prompt')].map((prompt) => this.text(prompt));
    return [this.text(element, withBlanks), ...prompts].filter(Boolean).join('\n');
  }

  private asked(interaction: Element): object {
    const { responseIdentifier = '', maxChoices } = interaction.attributes;
    switch (interaction.name) {
      case 'choiceInteraction': {
        const choices = [...within(interaction, 'simpleChoice')];
        const keys = keysOf(choices, '');
        const right = this.right(responseIdentifier);
        const isSingle = this.responses.get(responseIdentifier)?.attributes['cardinality'] === 'single' || maxChoices === '1';
        return {
          kind: isSingle ? 'single' : 'multiple',
          options: this.options(choices, keys),
          answer: right.flatMap((identifier) => keys.get(identifier) ?? []),
        };
      }
      case 'matchInteraction': {
        const [left = [], right = []] = childrenOf(interaction, 'simpleMatchSet').map((set) => childrenOf(set, 'simpleAssociableChoice'));
        const [from, to] = [keysOf(left, 'L_'), keysOf(right, 'R_')];
        const pairs = this.right(responseIdentifier).map((pair) => pair.split(/\s+/));
        return {
          kind: 'matching',
          left: this.options(left, from),
          right: this.options(right, to),
          pairs: pairs.map(([one = '', other = '']) => [from.get(one) ?? 'x', to.get(other) ?? 'x']),
        };
      }
      case 'extendedTextInteraction':
        return { kind: 'essay', reference: this.rubric('reference', interaction), marking: this.rubric('marking', interaction) };
      default:
        return { kind: 'blank', blanks: [this.accepted(interaction)] };
    }
  }

  private options(choices: readonly Element[], keys: ReadonlyMap<string, string>) {
    return choices.map((choice) => ({ key: keys.get(choice.attributes['identifier'] ?? ''), text: this.text(choice) }));
  }

  /** What a rubric beside the interaction says; one without a class of ours is how it is marked. */
  private rubric(what: 'reference' | 'marking', interaction: Element): string | null {
    const beside = [...within(this.body, 'div'), this.body].find((element) => element.children.includes(interaction));
    const rubrics = childrenOf(beside, 'rubricBlock').filter(({ attributes }) => (attributes['class'] ?? 'marking') === what);
    const texts = rubrics.map((rubric) => this.text(this.own ? child(rubric, 'div')! : rubric));
    const right = what === 'reference' ? this.right(interaction.attributes['responseIdentifier'] ?? '') : [];
    return [...texts, ...right].join('\n') || null;
  }

  private accepted(entry: Element): string[] {
    const id = entry.attributes['responseIdentifier'] ?? '';
    const mapped = [...(this.responses.has(id) ? within(this.responses.get(id)!, 'mapEntry') : [])]
      .filter(({ attributes }) => Number(attributes['mappedValue']) > 0)
      .map(({ attributes }) => attributes['mapKey'] ?? '');
    return [...new Set([...this.right(id), ...mapped])].filter(Boolean);
  }

  private right(id: string): string[] {
    return childrenOf(child(this.responses.get(id), 'correctResponse'), 'value').map((value) =>
      this.own ? wordsOf(value) : wordsOf(value).trim(),
    );
  }

  private score(id: string): number | null {
    const declared = childrenOf(this.item, 'outcomeDeclaration').find(({ attributes }) => attributes['identifier'] === id);
    const most = Number(declared?.attributes['normalMaximum']);
    return most > 0 && Number.isInteger(most * 2) ? most : null;
  }

  /** Of ours the feedback of this name, elsewhere all there is. */
  private analysis(identifier: string | undefined): string | null {
    const feedback = childrenOf(this.item, 'modalFeedback').filter(
      ({ attributes }) => identifier === undefined || attributes['identifier'] === identifier,
    );
    return feedback.map((each) => this.text(this.own ? child(each, 'div')! : each)).join('\n') || null;
  }

  private text(element: Element, withBlanks = false): string {
    const blank = (each: Element) => {
      if (!withBlanks || each.name !== 'textEntryInteraction') return undefined;
      const width = Number(each.attributes['expectedLength']);
      return '_'.repeat(width >= 3 && width <= 200 ? width : 6);
    };
    const skip = (each: Element) => isInteraction(each) || each.name === 'rubricBlock' || each.name === 'feedbackBlock';
    return textIn(element, { own: this.own, figure: this.figure, skip, blank });
  }
}

const interactionsIn = (element: Element): Element[] =>
  elementsOf(element).flatMap((each) => (isInteraction(each) ? [each] : interactionsIn(each)));

/** Labels as we wrote them, else A, B, C in their order. */
function keysOf(choices: readonly Element[], prefix: string): ReadonlyMap<string, string> {
  const identifiers = choices.map(({ attributes }) => attributes['identifier'] ?? '');
  const keys = identifiers.map((identifier) => (identifier.startsWith(prefix) ? identifier.slice(prefix.length).replace(/^_/, '') : ''));
  const areOurs = keys.every((key) => /^[A-Za-z0-9]{1,8}$/.test(key)) && new Set(keys).size === keys.length;
  return new Map(identifiers.map((identifier, index) => [identifier, areOurs ? keys[index]! : letter(index)]));
}

const letter = (index: number): string =>
  String.fromCharCode('A'.charCodeAt(0) + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26)));
