import { cpuOf } from './cpu.js';
import { burst, type Shot } from './load.js';

/** One way of answering the same question, and the processes whose CPU it costs. */
export interface Arm {
  readonly name: string;
  readonly shot: () => Shot;
  readonly pids: () => number[];
}

/** One round of one arm. */
export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly firstError?: string;
  readonly cpuMicros: number;
}

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
}

/**
 * Fires the arms one after another, round by round, so that whatever else the machine does hits all of them alike.
 * Answers the rounds by the arm's name.
 */
export async function interleave(
  arms: readonly Arm[],
  connections: number,
  { rounds, seconds, warmUp }: Effort,
): Promise<Record<string, Round[]>> {
  for (const arm of arms) {
    for (let warmed = 0, bursts = 0; warmed < warmUp && bursts < 20; bursts++)
      warmed += (await burst(arm.shot(), Math.max(connections, 8), 1)).requests;
  }
  const result: Record<string, Round[]> = Object.fromEntries(arms.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const arm of arms) {
      const before = cpuOf(arm.pids());
      const { requests, errors, firstError, seconds: took, p50, p99 } = await burst(arm.shot(), connections, seconds);
      const cpuMicros = (cpuOf(arm.pids()) - before) / Math.max(1, requests);
      result[arm.name]!.push({ perSecond: requests / took, p50, p99, errors, ...(firstError && { firstError }), cpuMicros });
    }
  }
  return result;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The median of the per-round ratios of one figure: steadier than the ratio of medians. */
export function ratio(over: readonly Round[], under: readonly Round[], figure: 'perSecond' | 'p50' | 'p99' | 'cpuMicros'): number {
  return median(over.map((round, index) => round[figure] / under[index]![figure]));
}
