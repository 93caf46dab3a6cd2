import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CLOCK } from '@lianxue/contracts';
import { openRoom, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Adopting } from '../shipped/adopting.js';
import { StartingSandboxes } from './starting-sandboxes.js';

let room: Room;
beforeAll(async () => {
  const clock = { provide: CLOCK, useValue: { now: () => new Date('2026-11-21T08:00:00Z') } };
  room = await openRoom('reporting', { entities, migrations, providers: [Collecting, Adopting, StartingSandboxes, clock] });
});
afterAll(() => room.close());

it('gives the county of a sandbox a data set with this quarter and the next, once', async () => {
  const { county } = room.region;
  await room.query('insert into sandbox_start (county, told, started) values ($1, 1, false)', [county]);
  await room.get(StartingSandboxes).goRound();
  await room.query('update sandbox_start set started = false');
  await room.get(StartingSandboxes).goRound();
  const periods = await room.query(
    'select p.name, p.last_day::text as last from period p join data_set d on d.id = p.data_set where d.organisation = $1 order by p.first_day',
    [county],
  );
  expect(periods).toEqual([
    { name: '2026年第四季度', last: '2026-12-31' },
    { name: '2027年第一季度', last: '2027-03-31' },
  ]);
  expect(await room.query('select started from sandbox_start')).toEqual([{ started: true }]);
});
