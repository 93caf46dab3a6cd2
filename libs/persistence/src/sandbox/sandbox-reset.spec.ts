import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '@lianxue/contracts';
import { Proving } from '../../spec/proving.spec.js';
import { newId } from '../ids.js';
import { SandboxReset } from './sandbox-reset.js';

let here: Proving;
let county: string;
let school: string;
let elsewhere: string;

beforeAll(async () => {
  here = await Proving.start();
  [county, elsewhere] = [await here.organisation(), await here.organisation()];
  school = await here.organisation(county);
  await here.write(async (statements) => {
    await statements.query(
      `create table page (id uuid primary key, poster uuid not null references poster, page_before uuid references page)`,
    );
    await statements.query('create table mark (page uuid not null references page, nth int not null)');
    await statements.query('revoke update, delete on mark from current_user');
    await statements.query(`create table counted (organisation uuid not null, amount int not null)`);
  });
});
afterAll(() => here.stop());

const poster = (organisation: string, id = newId()) =>
  here.write(async (statements) => {
    await statements.query(
      `insert into poster (id, version, organisation, created_at, updated_at, title, status, tags) values ($1::uuid, 1, $2, now(), now(), $1::text, 'made', '{}')`,
      [id, organisation],
    );
    const [first, second] = [newId(), newId()];
    await statements.query(`insert into page values ($1, $3, null), ($2, $3, $1)`, [first, second, id]);
    await statements.query(`insert into mark values ($1, 1), ($2, 1)`, [first, second]);
    await statements.query(`insert into counted values ($1, 1)`, [organisation]);
  });

const reset = (): Fact => ({
  id: newId(),
  type: 'cn.lianxue.identity.sandbox.reset',
  service: 'identity',
  thing: 'sandbox',
  entity: newId(),
  version: 2,
  organisation: elsewhere,
  actor: 'app',
  time: '2020-01-01T00:00:00.000+08:00',
  feedSeq: 1,
  data: { county, school },
});

describe('a sandbox that begins anew', () => {
  it('takes its rows along and all that refers to them, and nothing of others nor what was made since', async () => {
    await poster(county);
    await poster(school);
    await poster(elsewhere);
    const said = reset();
    const since = newId();
    await poster(school, since);
    await here.inbox.once('sandbox', said, (statements) => new SandboxReset().apply(said, statements));
    const left = await here.source.query<{ organisation: string; pages: string; marks: string }[]>(
      `select p.organisation, count(distinct g.id) as pages, count(m.page) as marks
       from poster p join page g on g.poster = p.id join mark m on m.page = g.id group by p.id order by p.id`,
    );
    expect(left).toEqual([
      { organisation: elsewhere, pages: '2', marks: '2' },
      { organisation: school, pages: '2', marks: '2' },
    ]);
    await expect(here.source.query('delete from mark')).rejects.toThrow('permission denied');
    expect(await here.source.query('select organisation from counted')).toEqual([{ organisation: elsewhere }]);
    expect(await here.source.query('select count(*)::int as kept from organisation')).toEqual([{ kept: 3 }]);
  });
});
