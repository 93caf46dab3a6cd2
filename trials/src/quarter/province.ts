import type { Answer, World } from '../story/world.js';
import { indicatorCodes } from './seed.js';

const day = 24 * 3600_000;

/** What was answered; a refusal ends the trial. */
export async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** A form of sixty numbers. */
export function dataSetOf(world: World, trial: string): object {
  return {
    organisation: world.city.id,
    code: `${trial}_${world.run}`.slice(0, 40),
    name: '季度数据',
    nameEn: 'Quarterly data',
    form: {
      indicators: indicatorCodes.map((code, index) => ({
        code,
        name: `指标${index + 1}`,
        nameEn: code,
        type: index < 58 ? 'integer' : 'number',
      })),
    },
  };
}

/** A quarter that ends in so many days, or did so many days ago. */
export function quarterEnding(dataSet: string, days: number): object {
  const last = Date.now() + days * day;
  const at = (after: number) => new Date(last + after * day).toISOString();
  return {
    dataSet,
    name: `至 ${at(0).slice(0, 10)} 的季度`,
    kind: 'quarter',
    firstDay: at(-90).slice(0, 10),
    lastDay: at(0).slice(0, 10),
    opens: at(-60),
    due: { school: at(1), county: at(5), city: at(10) },
  };
}
