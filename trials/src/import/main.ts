import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@lianxue/local';
import pg from 'pg';
import { keepFigures } from '../figures.js';
import { runUntilDone } from './running.js';
import { copyAgain, stateOf } from './states.js';
import { order } from './world.js';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, pupils: { type: 'string' }, keep: { type: 'boolean', default: false } },
});

/** The full figure; by default two hundredths of it, which proves that everything still works. */
const pupils = Number(values.pupils ?? (values.full ? 1_000_000 : 5_000));
const kills = values.full ? 20 : 3;
const wrongEvery = 1000;
/** What must be reached; a small run is too short to be judged. */
const gate = { ratio: 0.25, megabytes: 400 };

const folder = mkdtempSync(join(tmpdir(), 'lianxue-import-'));
chmodSync(folder, 0o755);
const failures: string[] = [];
const check = (holds: boolean, what: string) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) failures.push(what);
};

const postgres = await startPostgres({ folder: join(folder, 'postgres'), password: randomBytes(18).toString('base64url'), durable: true });
const open: pg.Client[] = [];
const connect = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  return client;
};
try {
  // The same secret, so that both runs have the same keyed hashes.
  const secret = randomBytes(32).toString('base64url');
  const good = pupils - Math.floor((pupils + wrongEvery - 8) / wrongEvery);
  const calm = await order(postgres.url, folder, 'calm', secret, pupils, wrongEvery);
  const admin = await connect(calm.database);
  const undisturbed = await runUntilDone(calm.ground, admin, calm.job, pupils, []);
  console.log(
    `${pupils} pupils in ${undisturbed.seconds.toFixed(1)} s: ${Math.round(pupils / undisturbed.seconds)} a second, ${Math.round(undisturbed.megabytes)} MB`,
  );
  check(undisturbed.state === 'done' && undisturbed.done === pupils, 'the import ends with all rows done');
  check(undisturbed.errors === pupils - good, `every wrong row is listed (${undisturbed.errors})`);
  const before = await stateOf(admin);

  const second = await runUntilDone(calm.ground, admin, await calm.again(), pupils, []);
  const after = await stateOf(admin);
  delete before['errors'];
  console.log(`The same again in ${second.seconds.toFixed(1)} s, ${Math.round(second.megabytes)} MB`);
  check(second.result?.changed === 0, 'the same file again changes nothing');
  check(
    JSON.stringify({ ...after, errors: undefined }) === JSON.stringify({ ...before, errors: undefined }),
    'and says nothing: no fact, no audit entry of a change',
  );

  const rough = await order(postgres.url, folder, 'rough', secret, pupils, wrongEvery);
  const other = await connect(rough.database);
  const points = Array.from({ length: kills }, () => Math.random() * 0.95);
  const disturbed = await runUntilDone(rough.ground, other, rough.job, pupils, points);
  const roughly = await stateOf(other);
  check(disturbed.state === 'done' && disturbed.kills === kills, `killed ${disturbed.kills} times, it ends all the same`);
  for (const [part, mark] of Object.entries(before)) check(roughly[part] === mark, `${part}: as if it had not been killed`);
  check(disturbed.errors === undisturbed.errors, 'the list of wrong rows is complete');

  const isSame = failures.length === 0;
  const copied = await copyAgain(admin, folder);
  const ratio = copied.seconds / undisturbed.seconds;
  console.log(`COPY of the same ${copied.rows} rows: ${copied.seconds.toFixed(1)} s; the import is ${ratio.toFixed(2)} of it`);
  if (values.full) {
    check(ratio >= gate.ratio, `at least ${gate.ratio} of COPY`);
    check(Math.max(undisturbed.megabytes, second.megabytes) < gate.megabytes, `less than ${gate.megabytes} MB, both times`);
  }
  if (values.full || values.keep)
    keepFigures('import', {
      pupils,
      rowsWritten: copied.rows,
      import: {
        seconds: undisturbed.seconds,
        pupilsPerSecond: Math.round(pupils / undisturbed.seconds),
        megabytes: Math.round(undisturbed.megabytes),
      },
      copy: copied,
      ratio: Number(ratio.toFixed(3)),
      again: { seconds: second.seconds, megabytes: Math.round(second.megabytes), changed: second.result?.changed },
      killed: { times: disturbed.kills, seconds: disturbed.seconds, sameState: isSame },
      gate,
    });
} finally {
  await Promise.all(open.map((client) => client.end()));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures.length === 0 ? 'The import holds.' : `It does not hold: ${failures.join('; ')}`);
process.exit(failures.length === 0 ? 0 : 1);
