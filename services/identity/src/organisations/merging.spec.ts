import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { Merging } from './merging.js';
import { passing, passesByRule, stays } from './passing.js';

let room: IdentityRoom;
let county: string;
beforeAll(async () => {
  room = await openIdentity();
  county = await room.organisation('county', room.city, { divisionCode: '361002' });
});
afterAll(() => room.close());

const school = () => room.organisation('school', county);
const merge = (id: string, into: string) =>
  room.get(Merging).merge(id, into, room.by('systemAdmin', room.city, { operation: identity.mergeOrganisation }));

async function row(table: string, organisation: string, columns: Record<string, unknown> = {}): Promise<string> {
  const id = crypto.randomUUID();
  const all = { id, version: 1, organisation, created_at: new Date(), updated_at: new Date(), ...columns };
  const places = Object.keys(all).map((_, index) => `$${index + 1}`);
  const names = Object.keys(all).map((name) => `"${name}"`);
  await room.query(`insert into ${table} (${names.join()}) values (${places.join()})`, Object.values(all));
  return id;
}

const policy = { passwords: 'nist', administrators_second_factor: 'offered', idle_minutes_administrators: 60, idle_minutes_others: 60 };
const term = { kind: 'schoolYear', school_year: 2026, title: '学年', since: '2026-09-01', until: '2027-08-31', withdrawn: false };
const transfer = { status: 'requested', reason: '随迁' };

/** One living row for every column that passes over. */
async function everything(id: string): Promise<void> {
  const elsewhere = await school();
  const [person, other] = [
    await room.person('pupil', id, { account: { username: `u${Math.random()}`, password: 'a long enough one' } } as never),
    await room.person('teacher', id),
  ];
  const unique = () => crypto.randomUUID();
  const app = await row('app', id, {
    ...{ client_id: unique(), name: '应用', public: true, first_party: false, grants: [], scopes: [], redirect_uris: [] },
    ...{ post_logout_redirect_uris: [], state: 'listed', authority: id, profile: 'minimal' },
  });
  const client = (await room.query<{ client_id: string }>('select client_id from app where id = $1', [app]))[0]!.client_id;
  await row('selection', id, { app, client, scopes: [], state: 'selected', profile: 'minimal' });
  const inClass = await row('school_class', id, { title: '一班', kind: 'homeroom', ended: false, term_ids: [] });
  await row('enrolment', id, { class: inClass, person, role: 'pupil', ended: false, primary: true });
  await row('course', id, { title: '语文', level: 'school', grades: [], ended: false });
  await row('class_sign_in', id, { class: inClass, code_sealed: 'x', code_lookup: unique(), until: new Date() });
  await row('pupil_pin', id, { class: inClass, person, picture: 'sun', pin_hash: 'x' });
  await row('second_factor', id, { person, secret_sealed: 'x', last_step: '0', recovery: [], failures: 0 });
  const provider = await row('identity_provider', room.city, {
    ...{ issuer: `https://${unique()}.example`, client_id: 'x', client_secret_sealed: 'x', subject_claim: 'sub', name: '{}', scopes: [] },
    ...{ links_on_the_spot: false, enabled: true },
  });
  await row('sign_in_link', id, { person, provider, subject_lookup: unique(), made_by: 'proof' });
  await row('staff_record', id, {
    person: other,
    kind: 'training',
    title: '培训',
    from: '2026-01-01',
    state: 'entered',
    entered_by: 'self',
  });
  await row('card', id, { person, kind: 'campus', number_sealed: 'x', number_lookup: unique(), state: 'active' });
  await row('guardian_invitation', id, {
    pupil: person,
    code_lookup: unique(),
    expires_at: new Date(),
    invited_by: 'school',
    state: 'offered',
  });
  const consent = { child: person, client, guardian: other, by_self: false, purposes: [], text_version: 1, state: 'given' };
  const given = await row('consent', id, consent);
  await row('deletion_request', id, { child: person, client, consent: given, due_on: '2026-12-01', state: 'asked', why: 'until' });
  const [one, two] = [person, other].sort();
  await row('duplicate', id, { one, other: two, score: 1, reasons: [], state: 'open' });
  await row('vendor', await room.organisation('vendor', county), {
    ...{
      authority: id,
      name: '企业',
      self_registered: false,
      state: 'pending',
      round: 1,
      reasons: [],
      history: '[]',
      desk_since: new Date(),
    },
  });
  await row('filing_policy', id, { mode: 'observe', from_day: '2026-09-01' });
  await row('registration_target', id, { who: 'teachers', rate: 0.9 });
  await row('term', id, term);
  await row('sign_in_policy', id, policy);
  await row('sub_platform', id, { name: '云', slug: unique(), language: 'zh', services: [], state: 'open' });
  const coming = await row('transfer', id, { ...transfer, person: other, from_school: elsewhere });
  const leaving = await row('transfer', elsewhere, { ...transfer, person, from_school: id });
  for (const each of [coming, leaving])
    await room.query(`insert into assignment ("row", thing, organisation, assigned_at) values ($1, 'transfer', $2, now())`, [each, id]);
  await room.organisation('campus', id);
  await room.query('update organisation_record set planned_parent = $1, planned_from = $2 where id = $3', [id, '2099-01-01', elsewhere]);
}

const columns = [...passing.map(({ column }) => column), ...passesByRule];
/** How many rows name the organisation in each column that passes over, as far as they live. */
async function naming(id: string): Promise<Record<string, number>> {
  const counted = await Promise.all(
    columns.map(async (column) => {
      const [table, name] = column.split('.');
      const [found] = await room.query<{ rows: number }>(`select count(*)::int as rows from ${table} where ${name} = $1`, [id]);
      return [column, found!.rows] as const;
    }),
  );
  return Object.fromEntries(counted);
}

describe('merging organisations', () => {
  it('knows of every column that names an organisation what becomes of it', async () => {
    const found = await room.query<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables using (table_schema, table_name)
        where c.table_schema = current_schema() and table_type = 'BASE TABLE' and c.udt_name in ('uuid', '_uuid')
          and (c.column_name ~ '(organisation|school|county|city|authority|acting|successor$|parent$|^other$|issuer|owner)'
               or exists (select 1 from information_schema.key_column_usage k
                            join information_schema.referential_constraints r using (constraint_schema, constraint_name)
                            join information_schema.constraint_column_usage u
                              on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                           where k.table_name = c.table_name and k.column_name = c.column_name and k.table_schema = current_schema()
                             and u.table_name = 'organisation_record'))`,
    );
    // The copy of the tree, and what every service keeps of what was; ids of other things by the same words.
    const ofNobody = [
      'organisation.parent',
      'app_reach.organisation',
      'outbox.organisation',
      'audit.organisation',
      'idempotency.organisation',
      'job.organisation',
    ];
    const others = ['duplicate.other', 'term.parent', 'post.successor'];
    const decided = [...columns, ...Object.keys(stays)].sort();
    expect(
      found
        .map(({ name }) => name)
        .filter((name) => ![...ofNobody, ...others].includes(name))
        .sort(),
    ).toEqual(decided);
    expect(new Set(decided).size).toBe(decided.length);
  });

  it('passes over one of everything, and leaves nothing that lives', async () => {
    const [old, heir] = [await school(), await school()];
    await everything(old);
    const before = await naming(old);
    expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([]);
    const there = await naming(heir);
    await merge(old, heir);
    expect(Object.entries(await naming(old)).filter(([, rows]) => rows > 0)).toEqual([]);
    const after = await naming(heir);
    for (const column of columns) {
      // The merged one itself stands below its successor too.
      const more = column === 'organisation_record.parent' ? 1 : 0;
      expect([column, after[column]! - there[column]!]).toEqual([column, before[column]! + more]);
    }
  });

  it('leaves what the successor has set itself, and asks the stricter of two rules for signing in', async () => {
    const [old, heir] = [await school(), await school()];
    for (const [at, rate] of [
      [old, 0.5],
      [heir, 0.9],
    ] as const) {
      await row('registration_target', at, { who: 'teachers', rate });
      await row('filing_policy', at, { mode: at === heir ? 'warn' : 'observe', from_day: '2026-09-01' });
      await row('term', at, term);
      await row('sign_in_policy', at, { ...policy, passwords: at === old ? 'djbh-l3' : 'nist', idle_minutes_others: at === old ? 90 : 30 });
    }
    await merge(old, heir);
    expect(
      await room.query('select rate::float8, organisation from registration_target where organisation = any($1) order by 1', [[old, heir]]),
    ).toEqual([
      { rate: 0.5, organisation: old },
      { rate: 0.9, organisation: heir },
    ]);
    expect(await room.query('select mode from filing_policy where organisation = $1', [heir])).toEqual([{ mode: 'warn' }]);
    expect(await room.query('select 1 from term where organisation = $1', [heir])).toHaveLength(1);
    expect(await room.query('select passwords, idle_minutes_others as idle from sign_in_policy where organisation = $1', [heir])).toEqual([
      { passwords: 'djbh-l3', idle: 30 },
    ]);
  });

  it('lets an open transfer go on at the successor, reached by those it is for, and ends one between the two', async () => {
    const otherCounty = await room.organisation('county', room.city, { divisionCode: '361003' });
    const [old, heir, far] = [await school(), await school(), await room.organisation('school', otherCounty)];
    const leaving = await row('transfer', far, { ...transfer, person: await room.person('pupil', old), from_school: old });
    const between = await row('transfer', heir, { ...transfer, person: await room.person('pupil', old), from_school: old });
    for (const above of [old, county])
      await room.query(`insert into assignment ("row", thing, organisation, assigned_at) values ($1, 'transfer', $2, now())`, [
        leaving,
        above,
      ]);
    await merge(old, heir);
    expect(
      await room.query('select from_school as school, status from transfer where id = any($1) order by status', [[leaving, between]]),
    ).toEqual([
      { school: old, status: 'cancelled' },
      { school: heir, status: 'requested' },
    ]);
    const named = await room.query<{ organisation: string }>('select organisation from assignment where "row" = $1', [leaving]);
    expect(named.map(({ organisation }) => organisation).sort()).toEqual([heir, county].sort());
  });
});
