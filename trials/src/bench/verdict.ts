/** One line of the bench's answer. */
export interface Line {
  readonly id: string;
  readonly what: string;
  readonly ratio: number;
  /** At least (`>=`) or at most (`<=`) this is the gate; reaching the goal is better. */
  readonly sense: '>=' | '<=';
  readonly gate: number;
  readonly goal: number;
}

export type Verdict = 'goal' | 'gate' | 'missed' | 'no verdict';

/** Judges a line; a noisy machine gives no verdict, never a pass. */
export function judge({ ratio, sense, gate, goal }: Line, noisy: boolean): Verdict {
  if (noisy || !Number.isFinite(ratio)) return 'no verdict';
  const reaches = (figure: number) => (sense === '>=' ? ratio >= figure : ratio <= figure);
  if (reaches(goal)) return 'goal';
  return reaches(gate) ? 'gate' : 'missed';
}

export function printed(line: Line, verdict: Verdict): string {
  const { id, what, ratio, sense, gate, goal } = line;
  return `${id.padEnd(4)} ${what.padEnd(58)} ${ratio.toFixed(2).padStart(7)}   gate ${sense} ${gate}  goal ${sense} ${goal}   ${verdict}`;
}
