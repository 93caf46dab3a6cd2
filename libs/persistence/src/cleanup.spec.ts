import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Cleanup } from './cleanup.js';
import { newId } from './ids.js';
import { Proving } from '../spec/proving.spec.js';

let here: Proving;
beforeAll(async () => {
  here = await Proving.start();
});
afterAll(() => here.stop());

it('removes what has been kept long enough, in batches, and nothing younger', async () => {
  await here.source.query(
    `insert into inbox (consumer, fact, received_at) select 'tree', gen_random_uuid(), now() - interval '31 days' from generate_series(1, 1500)`,
  );
  await here.source.query(`insert into inbox (consumer, fact, received_at) values ('tree', $1, now() - interval '29 days')`, [newId()]);
  for (const [key, age] of [
    ['old', '8 days'],
    ['young', '6 days'],
  ] as const) {
    await here.source.query(
      `insert into idempotency (digest, client, subject, operation, key, input_hash, answer, created_at) values (convert_to($1::text, 'UTF8'), 'c', 's', 'o', $1::text, '', '', now() - $2::interval)`,
      [key, age],
    );
  }
  expect(await new Cleanup(here.database).round()).toBe(1501);
  expect(await here.source.query('select key from idempotency')).toEqual([{ key: 'young' }]);
  expect(await here.source.query('select count(*)::int as n from inbox')).toEqual([{ n: 1 }]);
});
