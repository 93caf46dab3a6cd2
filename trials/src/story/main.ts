import { parseArgs } from 'node:util';
import { activitiesStep } from './activities.js';
import { classroomsStep } from './classrooms.js';
import { federationStep } from './federation.js';
import { identityStep } from './identity.js';
import { incidentsStep } from './incidents.js';
import { openWorld } from './open-world.js';
import { reportingStep } from './reporting.js';
import { resourcesStep } from './resources.js';
import type { World } from './world.js';

const { values } = parseArgs({ options: { restart: { type: 'string' }, home: { type: 'string' } } });

const steps: readonly [string, (world: World) => Promise<void>][] = [
  ['identity 统一认证与名单', identityStep],
  ['resources 资源', resourcesStep],
  ['classrooms 专递课堂', classroomsStep],
  ['reporting 填报与审核', reportingStep],
  ['incidents 网络安全事件', incidentsStep],
  ['activities 电脑制作活动', activitiesStep],
  ['federation 同步', federationStep],
];

try {
  const world = await openWorld({ ...(values.home && { home: values.home }), ...(values.restart && { restart: values.restart }) });
  console.log(`The story, run ${world.run}, at ${world.origin}`);
  for (const [index, [name, step]] of steps.entries()) {
    console.log(`${index + 1}. ${name}`);
    await step(world);
  }
  console.log('The story is as told.');
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
