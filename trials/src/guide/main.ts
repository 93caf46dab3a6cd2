import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { TrialPlatform } from '../trial-platform.js';
import { blocksOf, follow } from './following.js';

/** The vendor guide, followed to the letter from an empty folder, on a platform of its own (or, `--home`, on one that runs). */
const { values } = parseArgs({ options: { home: { type: 'string' } } });
const guide = resolve(import.meta.dirname, '../../../docs/guides/vendors.md');

const platform = values.home ? undefined : await TrialPlatform.start('guide');
try {
  const home = resolve(values.home ?? platform!.home);
  const said = await follow(blocksOf(guide), { LIANXUE_HOME: home });
  const promised = [
    '"delivered":true',
    'subscription.pinged',
    'cn.lianxue.identity.organisation.registered',
    '"state":"delivered"',
    '小学',
  ];
  const missing = promised.filter((each) => !said.includes(each));
  if (missing.length > 0) throw new Error(`the guide promises ${missing.join(', ')}, but:\n${said}`);
  console.log('The guide leads where it says.');
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await platform?.stop();
}
