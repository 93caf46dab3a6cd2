import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { keepFigures } from '../figures.js';
import { quantile } from '../quantile.js';
import { openWorld } from '../story/open-world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { forgeries } from './forgeries.js';
import { refusedPassword } from './refused-password.js';
import { signingKeyOf } from './signing-key.js';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
/** Each run tries twenty codes, refresh tokens and assertions 50 times at once: no more failures than one address may have in a minute. */
const runs = values.full ? 5 : 1;
const inRun = 20;
const measured = values.full ? 40 : 8;
const wanted = 60;

const failures: string[] = [];
const found = (held: boolean, what: string): void => {
  console.log(`${held ? '✓' : '✗'} ${what}`);
  if (!held) failures.push(what);
};

const platform = await TrialPlatform.start('tokens', withoutLimits);
const figures: Record<string, unknown> = {};
try {
  await forged();
  await passwords();
} finally {
  await platform.stop();
}
redeemed();
if (values.keep) keepFigures('tokens', figures);
console.log(failures.length > 0 ? `${failures.length} promises broken` : 'all promises held');
process.exit(failures.length > 0 ? 1 : 0);

/** No forged, expired or misdirected token opens anything; the real one does, before and after. */
async function forged(): Promise<void> {
  const teacher = await someone();
  const real = await teacher.token();
  const ask = async (headers: Record<string, string>, path = '/api/v1/me') =>
    (await fetch(`${platform.origin}${path}`, { headers })).status;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const key = await signingKeyOf(platform);
  const tokens = await forgeries(key, real, {});
  const opened: string[] = [];
  for (const [what, token] of tokens) {
    if (/[^\x20-\x7e]/.test(token)) continue;
    for (const path of ['/api/v1/me', '/oidc/me']) if ((await ask(bearer(token), path)) < 400) opened.push(`${what} at ${path}`);
  }
  const misplaced: readonly (readonly [string, Promise<number>])[] = [
    ['in the address', ask({}, `/api/v1/me?access_token=${real}`)],
    ['in a cookie', ask({ cookie: `access_token=${real}` })],
    ['as Basic', ask({ authorization: `Basic ${real}` })],
    ['as DPoP', ask({ authorization: `DPoP ${real}` })],
    ['without a word before it', ask({ authorization: real })],
  ];
  for (const [what, status] of misplaced) if ((await status) < 400) opened.push(what);
  const asked = tokens.length + misplaced.length;
  figures['forged'] = { asked, accepted: opened.length };
  found((await ask(bearer(real))) === 200, 'the real token opens what it is for');
  found(
    asked >= wanted && opened.length === 0,
    `${asked} forged, expired or misdirected tokens, ${opened.length} accepted ${opened.join(', ')}`,
  );
}

/** A teacher of the demo region, signed in. */
async function someone() {
  const world = await openWorld({ home: platform.home, say: () => undefined });
  return world.as('teacher', world.school);
}

/** A name nobody has costs what a wrong password costs; and while many sign in, everything else is answered. */
async function passwords(): Promise<void> {
  await refusedPassword(platform, platform.demo.users[0]!.username);
  const took = async (username: string) => {
    const began = performance.now();
    await refusedPassword(platform, username);
    return performance.now() - began;
  };
  // Side by side, so that other work of the machine moves both of a pair.
  const pairs: { unknown: number; wrong: number }[] = [];
  for (let nth = 0; nth < measured; nth++) {
    const { username } = platform.demo.users[nth % platform.demo.users.length]!;
    const names = [`nobody-${process.pid}-${nth}`, username] as const;
    if (nth % 2 === 0) pairs.push({ unknown: await took(names[0]), wrong: await took(names[1]) });
    else pairs.push({ wrong: await took(names[1]), unknown: await took(names[0]) });
  }
  const ratio = quantile(
    pairs.map(({ unknown, wrong }) => unknown / wrong),
    0.5,
  );
  figures['unknownToWrong'] = Number(ratio.toFixed(2));
  found(ratio > 1 / 3 && ratio < 3, `an unknown name costs ${ratio.toFixed(2)} of a wrong password, median of ${measured} pairs`);
  const teacher = await someone();
  const order: string[] = [];
  const crowd = Array.from({ length: 100 }, (_, index) =>
    refusedPassword(platform, `crowd-${process.pid}-${index}`).then(() => order.push('sign-in')),
  );
  const others = Array.from({ length: 20 }, () =>
    teacher.get('/me').then(({ status }) => order.push(status === 200 ? 'other' : 'refused')),
  );
  await Promise.all([...crowd, ...others]);
  found(!order.includes('refused'), 'who is signed in is answered while 100 sign in');
  const before = order.lastIndexOf('other');
  figures['answeredAmongSignIns'] = {
    signIns: 100,
    doneBeforeTheLastOther: order.slice(0, before).filter((what) => what === 'sign-in').length,
  };
  found(
    order.slice(0, before + 1).filter((what) => what === 'sign-in').length < 50,
    '100 sign-ins at once wait; who is signed in does not',
  );
}

/** What may be redeemed once is, of fifty tries at once. */
function redeemed(): void {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const failed = Array.from({ length: runs }, () => {
    const program = [jest, 'services/gateway/src/oidc/once.spec.ts', '--silent'];
    return spawnSync(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] }).status;
  }).filter((status) => status !== 0).length;
  figures['redeemedOnce'] = { things: runs * inRun, triesAtOnce: 50, held: failed === 0 };
  found(failed === 0, `${runs * inRun} codes, refresh tokens and assertions, 50 tries at once with each: one success each`);
}
