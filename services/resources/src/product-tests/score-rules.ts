import { ProductScoresUnfit, refuse, type Compared, type VersionScores } from '@lianxue/contracts';
import type { ProductTest } from './product-test.entity.js';

interface Fault {
  readonly version: string;
  readonly criterion: string | null;
  readonly rule: 'missing' | 'unknown' | 'repeated' | 'range';
  readonly max: number | null;
}

/** Every version once, every criterion, none above its most points; names all that does not fit. */
export function holdToCriteria(scores: readonly VersionScores[], { versions, criteria }: ProductTest): void {
  const faults: Fault[] = versions
    .filter(({ version }) => !scores.some((score) => score.version === version))
    .map(({ version }) => ({ version, criterion: null, rule: 'missing', max: null }));
  scores.forEach(({ version, points }, index) => {
    const known = versions.some((tested) => tested.version === version);
    const repeated = scores.findIndex((score) => score.version === version) < index;
    if (!known || repeated) faults.push({ version, criterion: null, rule: known ? 'repeated' : 'unknown', max: null });
    for (const { code, max } of criteria) {
      const given = points[code];
      if (given === undefined) faults.push({ version, criterion: code, rule: 'missing', max });
      else if (given > max) faults.push({ version, criterion: code, rule: 'range', max });
    }
    for (const code of Object.keys(points))
      if (!criteria.some((criterion) => criterion.code === code)) faults.push({ version, criterion: code, rule: 'unknown', max: null });
  });
  if (faults.length > 0) throw refuse(ProductScoresUnfit, { faults });
}

/** What all scores come to: means, rounded for reading only; the rank follows from the sums themselves. */
export function compare({ versions, criteria }: ProductTest, all: readonly (readonly VersionScores[])[]): Compared[] {
  const pointsOf = (version: string) => all.map((scores) => scores.find((score) => score.version === version)!.points);
  const sums = versions.map(({ version }) => {
    const points = pointsOf(version);
    const byCriterion = criteria.map(({ code }) => ({ code, sum: points.reduce((sum, each) => sum + each[code]!, 0) }));
    return { version, byCriterion, total: byCriterion.reduce((sum, each) => sum + each.sum, 0) };
  });
  return sums
    .map(({ version, byCriterion, total }) => ({
      version,
      rank: 1 + sums.filter((other) => other.total > total).length,
      points: mean(total, all.length),
      criteria: byCriterion.map(({ code, sum }) => ({ code, points: mean(sum, all.length) })),
    }))
    .sort((one, other) => one.rank - other.rank);
}

/** Rounded half up to two places, in whole numbers. */
function mean(sum: number, count: number): string {
  const hundredths = (BigInt(sum) * 200n + BigInt(count)) / (2n * BigInt(count));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
