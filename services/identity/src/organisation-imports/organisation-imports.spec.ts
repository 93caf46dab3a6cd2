import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type InputOf } from '@lianxue/contracts';
import { JobRunner, Jobs, newId } from '@lianxue/persistence';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { csv, rowsOfFile, sentFile, settledJob } from '../importing/importing.room.js';
import { Moving } from '../organisations/moving.js';
import { OrganisationImport } from './organisation-import.js';

let room: IdentityRoom;
/** A region of its own for each test, whose county codes nobody else uses. */
let bureau: string;
let administrator: string;

beforeAll(async () => {
  room = await openIdentity();
});
afterAll(() => room.close());

const call = (operation: AnyOperation = identity.importOrganisations) =>
  room.by('systemAdmin', bureau, { subject: administrator, operation });
const heads = '名称,简称,类别,学校标识码,统一社会信用代码,上级,上级代码,隶属生效日期';
let serial = 0;
/** A school code that no other test uses. */
const code = () => `2136${String(++serial).padStart(6, '0')}`;

async function fresh(): Promise<void> {
  bureau = await room.organisation('bureau', room.city, { name: `园区${newId()}` });
  administrator = await room.person('systemAdmin', bureau);
}

async function ordered(content: string, more: Partial<InputOf<typeof identity.importOrganisations>> = {}): Promise<string> {
  const file = await sentFile(room, 'organisations', content, call());
  return (await room.get(OrganisationImport).order({ organisationId: bureau, file, dryRun: false, ...more }, call())).id;
}
const bring = async (content: string, more = {}) => settledJob(room, await ordered(content, more), call(identity.job));
const errorsOf = async (id: string) =>
  (await room.get(Jobs).errors(id, { limit: 200 }, call(identity.jobErrors))).items.map(
    ({ line, field, code: fault }) => `${line} ${field} ${fault}`,
  );
const found = (name: string) =>
  room.query<Record<string, unknown>>(
    `select r.kind, r.school_code as code, p.name as parent, r.former_names as former, r.planned_from as planned
     from organisation_record r join organisation_record p on p.id = r.parent where r.name = $1`,
    [name],
  );

describe('a list of organisations', () => {
  it('goes in with parents that stand further down, and changes nothing when it comes again', async () => {
    await fresh();
    const [central, point] = [code(), code()];
    const list = csv(
      '园区学校名册,,,,,,,',
      heads,
      `云山教学点${point},,教学点,${point},,云山中心校${central},,`,
      `云山中心校${central},云山小学,中心校,${central},,,,`,
      `桐源小学${point},,,,,,,`,
    );
    expect(await bring(list)).toMatchObject({ state: 'done', errorCount: 0, result: { organisations: { added: 3 }, changed: 3 } });
    expect(await found(`云山教学点${point}`)).toEqual([expect.objectContaining({ kind: 'teachingPoint', parent: `云山中心校${central}` })]);
    expect(await found(`桐源小学${point}`)).toEqual([expect.objectContaining({ kind: 'school', code: null })]);
    const facts = (await room.facts()).length;
    expect(await bring(list)).toMatchObject({ result: { organisations: { unchanged: 3 }, changed: 0 } });
    expect(await room.facts()).toHaveLength(facts);
  });

  it('knows an organisation again by its code: renames it, moves it, plans a move, and leaves alone what it does not say', async () => {
    await fresh();
    const [one, other, point] = [code(), code(), code()];
    const names = { one: `甲中心校${one}`, other: `乙中心校${other}`, point: `丙教学点${point}` };
    await bring(
      csv(heads, `${names.one},甲校,中心校,${one},,,,`, `${names.other},,中心校,${other},,,,`, `${names.point},,教学点,${point},,,${one},`),
    );
    expect(await bring(csv(heads, `甲学校${one},,,${one},,,,`, `${names.point},,,${point},,,${other},`))).toMatchObject({
      result: { organisations: { changed: 2 } },
    });
    expect(await found(`甲学校${one}`)).toEqual([
      expect.objectContaining({ former: [names.one], parent: expect.stringContaining('园区') }),
    ]);
    expect(await found(names.point)).toEqual([expect.objectContaining({ parent: names.other, planned: null })]);
    const later = csv(heads, `${names.point},,,${point},,,${one},2027年3月1日`);
    expect(await bring(later)).toMatchObject({ result: { organisations: { changed: 1 } } });
    expect(await found(names.point)).toEqual([expect.objectContaining({ parent: names.other, planned: '2027-03-01' })]);
    expect(await bring(later)).toMatchObject({ result: { changed: 0 } });
    room.at('2027-03-01T01:00:00Z');
    await room.get(Moving).carryOut();
    room.at('2026-11-21T08:00:00Z');
    expect(await found(names.point)).toEqual([expect.objectContaining({ parent: `甲学校${one}` })]);
    // A short name that is known is no new name.
    expect(await bring(csv(heads, `甲校,,,${one},,,,`))).toMatchObject({ result: { changed: 0 } });
  });

  it('says of each row what is wrong with it, in the sheet as it was sent, and takes the others', async () => {
    await fresh();
    const [here, taken] = [code(), code()];
    const foreign = await room.organisation('school', room.city, { name: `外校${taken}`, schoolCode: taken });
    const closed = code();
    const gone = await room.organisation('school', bureau, { name: `旧校${closed}`, schoolCode: closed });
    await room.get(Moving).close(gone, room.by('systemAdmin', room.city));
    const job = await bring(
      csv(
        heads,
        `好学校${here},,学校,${here},,,,`,
        `,,学校,${code()},,,,`,
        `坏码学校,,学校,99360001,,,,`,
        `省外学校,,学校,2199000001,,,,`,
        `又一所${here},,学校,${here},,,,`,
        `信用校,,学校,,91350100M000100Y4Y,,,`,
        `无上级校${here},,学校,,,没有这个局,,`,
        `校下校${here},,学校,,,好学校${here},,`,
        `外校${taken},,学校,${taken},,,,`,
        `旧校${closed},,学校,${closed},,,,`,
        `何类,,公园,,,,,`,
        `甲圈${here},,教学点,,,乙圈${here},,`,
        `乙圈${here},,中心校,,,甲圈${here},,`,
        `好教学点${here},,教学点,,,好学校${here},,`,
      ),
    );
    expect(job).toMatchObject({ state: 'done', result: { organisations: { added: 2 } } });
    expect((await errorsOf(job.id)).sort()).toEqual(
      [
        '3 名称 field.missing',
        '4 学校标识码 school_code.form',
        '5 学校标识码 school_code.province',
        '6 学校标识码 organisation.twice',
        '7 统一社会信用代码 credit_code.check',
        '8 上级 parent.unknown',
        '9 上级 parent.misplaced',
        '10 学校标识码 organisation.elsewhere',
        '11 名称 organisation.closed',
        '12 类别 kind.unknown',
        '13 上级 parent.wrong',
        '14 上级 parent.circle',
      ].sort(),
    );
    const marked = await rowsOfFile(room, job.files[0]!.id);
    expect(marked[3]!.at(-1)).toBe('学校标识码：学校标识码应为 10 位数字');
    expect(marked[14]!.at(-1) ?? '').toBe('');
    expect(await room.query('select 1 from organisation_record where id = $1 and parent = $2', [foreign, room.city])).toHaveLength(1);
  });

  it('only tries when asked, with parents and what stands below them many rows apart', async () => {
    await fresh();
    const central = code();
    const points = Array.from({ length: 90 }, (_, nth) => `点${nth}号${central},,教学点,,,中心校${central},,`);
    const list = csv(heads, ...points, `中心校${central},,中心校,${central},,,,`);
    const before = await room.query('select count(*)::int as n from organisation_record');
    expect(await bring(list, { dryRun: true })).toMatchObject({ errorCount: 0, result: { organisations: { added: 91 }, dryRun: true } });
    expect(await room.query('select count(*)::int as n from organisation_record')).toEqual(before);
    expect(await bring(list)).toMatchObject({ errorCount: 0, result: { organisations: { added: 91 } } });
  });

  it('goes on where it was cut off', async () => {
    await fresh();
    await room.get(JobRunner).stop();
    const some = code();
    const id = await ordered(csv(heads, ...Array.from({ length: 100 }, (_, nth) => `校${nth}号${some},,学校,,,,,`)));
    room.get(JobRunner).start();
    while ((await room.get(Jobs).one(id, call(identity.job))).done < 40) await new Promise((done) => setTimeout(done, 5));
    await room.get(JobRunner).stop();
    room.get(JobRunner).start();
    expect(await settledJob(room, id, call(identity.job))).toMatchObject({ done: 100, result: { organisations: { added: 100 } } });
    expect(await room.query(`select count(*)::int as n from organisation_record where parent = $1`, [bureau])).toEqual([{ n: 100 }]);
  });

  it('is only brought in by whoever sent it, and only where they may register', async () => {
    await fresh();
    const file = await sentFile(room, 'organisations', csv(heads), call());
    const another = room.by('systemAdmin', bureau, { operation: identity.importOrganisations });
    await expect(room.get(OrganisationImport).order({ organisationId: bureau, file, dryRun: false }, another)).rejects.toEqual(
      refused('file.unknown'),
    );
    await expect(room.get(OrganisationImport).order({ organisationId: room.city, file, dryRun: false }, call())).rejects.toEqual(
      refused('organisation.unknown'),
    );
    expect(await bring('姓名,身份证号\r\n')).toMatchObject({ state: 'failed', refused: { code: 'roster.unreadable' } });
  });

  it('has a template that can be sent as it is', async () => {
    const { id } = await room.get(OrganisationImport).template(call(identity.organisationTemplate));
    expect((await rowsOfFile(room, id))[0]).toEqual(expect.arrayContaining(['名称', '类别', '学校标识码', '上级', '上级代码']));
  });
});
