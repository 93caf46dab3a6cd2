import type { IdentityRoom } from '../identity.room.js';

export const policy = {
  passwords: 'nist',
  administrators_second_factor: 'offered',
  idle_minutes_administrators: 60,
  idle_minutes_others: 60,
};
export const term = { kind: 'schoolYear', school_year: 2026, title: '学年', since: '2026-09-01', until: '2027-08-31', withdrawn: false };
export const transfer = { status: 'requested', reason: '随迁' };

/** Writes rows that name an organisation of a county, for specs of what passes over in a merger. */
export function withRows(room: IdentityRoom, county: () => string) {
  const school = () => room.organisation('school', county());

  /** So many pupils, each with a record and a post. */
  const families = (id: string, many: number) =>
    room.query(
      `with people as (
         insert into person (id, version, organisation, created_at, updated_at, name, kinds, id_type, sources, closed)
         select gen_random_uuid(), 1, $1, now(), now(), '学生', '{pupil}', '1', '{}', false from generate_series(1, $2::int) returning id)
       insert into post (id, version, organisation, created_at, updated_at, person, role, about, since, ended)
       select gen_random_uuid(), 1, $1, now(), now(), id, 'pupil', array[id], '2026-09-01', false from people`,
      [id, many],
    );

  async function row(table: string, organisation: string, columns: Record<string, unknown> = {}): Promise<string> {
    const id = crypto.randomUUID();
    const all = { id, version: 1, organisation, created_at: new Date(), updated_at: new Date(), ...columns };
    const places = Object.keys(all).map((_, index) => `$${index + 1}`);
    const names = Object.keys(all).map((name) => `"${name}"`);
    await room.query(`insert into ${table} (${names.join()}) values (${places.join()})`, Object.values(all));
    return id;
  }

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
    await row('vendor', await room.organisation('vendor', county()), {
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

  return { row, everything, families };
}
