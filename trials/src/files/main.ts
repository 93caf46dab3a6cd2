import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { film } from '@lianxue/testing';
import { keepFigures } from '../figures.js';
import { openWorld } from '../story/open-world.js';
import type { Api, World } from '../story/world.js';
import { TrialPlatform, withoutLimits } from '../trial-platform.js';
import { interruptedUpload } from './interrupted-upload.js';
import { downloads, staticServer } from './downloads.js';

/**
 * A lesson goes up over a line that is cut again and again, while the gateway is restarted now and then, and comes down as fast as from
 * a plain static server. By default a small one; `--full` is the one that the figures are promised for.
 */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } } });
const size = values.full ? { megabytes: 200, cuts: 50, restarts: 10, rounds: 5 } : { megabytes: 8, cuts: 6, restarts: 1, rounds: 2 };
/** What a download may cost at most, as its share of a plain static server’s pace. */
const gate = 0.7;

const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const platform = await TrialPlatform.start('files', withoutLimits);
const served = join(platform.home, 'static');
try {
  const world: World = await openWorld({ home: platform.home, say: () => undefined });
  const teacher: Api = await world.as('teacher', world.school);
  const lesson = film({ seconds: 2400, bytes: size.megabytes * 1024 * 1024 });
  const ticket = await teacher.post('/files', { kind: 'resource', name: '分数的初步认识.mp4', size: lesson.length, sha256: hash(lesson) });
  world.check(ticket.status === 200, 'a ticket', ticket.body);

  const before = leftIn(platform.home);
  const restart = async () => {
    process.kill(platform.process('gateway').pid, 'SIGKILL');
    await sleep(200);
    await platform.untilReady();
  };
  const upload = await interruptedUpload({ ...ticket.body, bytes: lesson, token: () => teacher.token(), restart, ...size });
  const kept = await teacher.get(`/files/${ticket.body.id}`);
  check(
    kept.body.sha256 === hash(lesson),
    `${size.megabytes} MB cut at ${upload.cuts} offsets, ${upload.restarts} restarts: the hash is equal`,
  );
  check(kept.body.content?.durationMs === 2_400_000, 'it is known for the film it is');
  const left = leftIn(platform.home).filter((name) => !before.includes(name));
  check(left.length === 0, `nothing of its pieces is left ${left.join(' ')}`);

  const link = (await teacher.post(`/files/${ticket.body.id}/link`)).body.url as string;
  mkdirSync(served, { recursive: true });
  writeFileSync(join(served, 'lesson.mp4'), lesson);
  const plain = await staticServer(served);
  const { ours, theirs, whole } = await downloads({ ours: link, theirs: `${plain.origin}/lesson.mp4`, rounds: size.rounds });
  await plain.close();
  check(whole === hash(lesson), 'what comes down is what went up');
  const ratio = Number((ours / theirs).toFixed(2));
  if (values.full) check(ratio >= gate, `a download runs at ${ratio} of a plain static server’s pace`);
  else console.log(`· a download runs at ${ratio} of a plain static server’s pace`);
  const figures = {
    megabytes: size.megabytes,
    ...{ cuts: upload.cuts, restarts: upload.restarts, uploadSeconds: upload.seconds, hashEqual: kept.body.sha256 === hash(lesson) },
    leftOver: left.length,
    download: { megabytesPerSecond: Math.round(ours), plainStatic: Math.round(theirs), ratio, gate },
  };
  console.log(JSON.stringify(figures));
  if (values.full && values.keep) keepFigures('files', figures);
} finally {
  rmSync(served, { recursive: true, force: true });
  await platform.stop();
}
console.log(failures.length > 0 ? `missed: ${failures.join('; ')}` : 'held');
process.exit(failures.length > 0 ? 1 : 0);

/** What lies about of uploads: pieces, and what was being written. */
function leftIn(home: string): string[] {
  const namesIn = (folder: string) => {
    try {
      return readdirSync(join(home, 'files', folder)).map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  };
  return [...namesIn('resumable'), ...namesIn('arriving')];
}
