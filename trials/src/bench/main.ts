import { parseArgs } from 'node:util';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { BenchRun } from './bench-run.js';
import { judge, printed } from './verdict.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });

/** 5 rounds of 3 s give ratios that move by some percent on a quiet machine; `--quick` only proves that the bench itself works. */
const effort = values.quick ? { rounds: 1, seconds: 0.5, warmUp: 100 } : { rounds: 5, seconds: 3, warmUp: 10_000 };

// The rate limits would be what is measured, so the bench's own platform has them out of the way.
const platform = await TrialPlatform.start('bench', withoutLimits);
let failed: boolean;
try {
  const world = await openWorld({ home: platform.home, say: () => undefined });
  const run = new BenchRun(platform, world, effort, (line) => console.log(line));
  const { lines, noisy, raw } = await run.all();
  console.log(noisy ? '\nno verdict: the reference moved by more than 15 % within this run; the machine is too noisy\n' : '');
  const verdicts = lines.map((line) => ({ ...line, verdict: judge(line, noisy) }));
  verdicts.forEach((line) => console.log(printed(line, line.verdict)));
  if (values.keep) keepFigures('bench', { effort, noisy, verdicts, raw });
  failed = verdicts.some(({ verdict }) => verdict === 'missed') && !values.quick;
} finally {
  await platform.stop();
}
process.exit(failed ? 1 : 0);
