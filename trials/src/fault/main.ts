import { parseArgs } from 'node:util';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { killing, suspending, terminating, withoutNats, type Finding } from './faults.js';
import { hearing } from './webhooks.js';
import { readsOf, writingsOf } from './writings.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
/** The promise is 60 s without NATS; `--quick` proves that the trial itself works. */
const effort = values.quick ? { calmMs: 500, outageMs: 2_000 } : { calmMs: 5_000, outageMs: 60_000 };

const services = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'];
const platform = await TrialPlatform.start('fault', withoutLimits);
const findings: Finding[] = [];
const found = (finding: Finding) => {
  findings.push(finding);
  console.log(
    `${finding.held ? '✓' : '✗'} ${finding.fault}: ${Object.entries(finding.figures)
      .map(([name, figure]) => `${name} ${figure}`)
      .join(', ')}`,
  );
};

try {
  const world = await openWorld({ home: platform.home, say: () => undefined });
  const admin = await world.as('systemAdmin', world.city);
  const writings = await writingsOf(world);
  for (const service of services) found(await killing(platform, service, writings[service]!, effort));
  found(await killing(platform, 'gateway', writings['resources']!, effort));
  found(await hearing(platform, world, writings['resources']!, effort));
  found(await killing(platform, 'nats', writings['resources']!, effort));
  found(await withoutNats(platform, writings['resources']!, effort));
  for (const service of [...services, 'gateway'])
    found(
      await terminating(
        platform,
        service,
        {
          api: service === 'identity' ? admin : writings[service === 'gateway' ? 'resources' : service]!.api,
          path: readsOf[service] ?? readsOf['resources']!,
        },
        effort,
      ),
    );
  found(await suspending(world, admin, readsOf));
} finally {
  await platform.stop();
}
if (values.keep) keepFigures('fault', { effort, findings });
const broken = findings.filter(({ held }) => !held).length;
console.log(`${findings.length - broken} promises held, ${broken} broken`);
process.exit(broken ? 1 : 0);
