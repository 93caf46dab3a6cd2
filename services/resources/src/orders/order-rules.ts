import { refuse, SchoolOrderBrokenRules, type LineRule, type OfferedTitle, type OrderLine } from '@lianxue/contracts';
import type { OrderRound } from './order-round.entity.js';

interface Fault {
  readonly schoolClass: string;
  readonly title: string;
  readonly rule: LineRule;
  /** What would be allowed, where that is a number. */
  readonly most: number | null;
}

/** Holds lines to the rules of the round: no copy that no pupil wants, none beyond what the round allows. Names every line that breaks one. */
export function holdToRules(lines: readonly OrderLine[], round: OrderRound): void {
  const offered = new Map(round.titles.map((title) => [title.title, title]));
  const faults = [
    ...lines.flatMap((line, index) => {
      const fault = faultOf(line, lines.slice(0, index), offered.get(line.title));
      return fault ? [{ schoolClass: line.schoolClass, title: line.title, ...fault }] : [];
    }),
    ...amountsOver(lines, offered, round.mostFen === null ? null : Number(round.mostFen)),
  ];
  if (faults.length > 0) throw refuse(SchoolOrderBrokenRules, { faults });
}

function faultOf(
  { schoolClass, title, grade, className, pupils, volunteers, copies }: OrderLine,
  before: readonly OrderLine[],
  offered: OfferedTitle | undefined,
): Pick<Fault, 'rule' | 'most'> | undefined {
  if (!offered) return { rule: 'title', most: null };
  if (!offered.grades.includes(grade)) return { rule: 'grade', most: null };
  const ofClass = before.filter((other) => other.schoolClass === schoolClass);
  if (ofClass.some((other) => other.title === title)) return { rule: 'repeated', most: null };
  const differs = (other: OrderLine) => other.grade !== grade || other.className !== className || other.pupils !== pupils;
  if (ofClass.some(differs)) return { rule: 'class', most: null };
  if (volunteers > pupils) return { rule: 'volunteers', most: pupils };
  const most = offered.per === 'pupil' ? offered.most * volunteers : offered.most;
  return copies > most ? { rule: 'copies', most } : undefined;
}

/** What a class orders for its pupils costs at most so much for each pupil who orders. */
function amountsOver(lines: readonly OrderLine[], offered: ReadonlyMap<string, OfferedTitle>, mostFen: number | null): Fault[] {
  if (mostFen === null) return [];
  const classes = new Map<string, { title: string; fen: number; volunteers: number }>();
  for (const { schoolClass, title, copies, volunteers } of lines) {
    const { per, fen } = offered.get(title) ?? {};
    if (per !== 'pupil' || fen === undefined) continue;
    const sum = classes.get(schoolClass) ?? { title, fen: 0, volunteers: 0 };
    classes.set(schoolClass, { ...sum, fen: sum.fen + copies * fen, volunteers: Math.max(sum.volunteers, volunteers) });
  }
  return [...classes]
    .filter(([, { fen, volunteers }]) => fen > mostFen * volunteers)
    .map(([schoolClass, { title, volunteers }]) => ({ schoolClass, title, rule: 'amount', most: mostFen * volunteers }));
}

/** What lines come to. Both sums stay far below what a number holds exactly: 600 lines of 5,000 copies at 100,000 元. */
export function sumsOf(lines: readonly OrderLine[], round: OrderRound): { copies: number; fen: number } {
  const prices = new Map(round.titles.map(({ title, fen }) => [title, fen]));
  return {
    copies: lines.reduce((sum, { copies }) => sum + copies, 0),
    fen: lines.reduce((sum, { title, copies }) => sum + copies * (prices.get(title) ?? 0), 0),
  };
}
