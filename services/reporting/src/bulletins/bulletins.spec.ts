import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Bulletin, type Caller, type InputOf } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from '../figures/quarter.room.js';
import { BulletinsHandlers } from './bulletins.handlers.js';
import { bulletins } from './part.js';

describe('a bulletin', () => {
  const quarters = new Quarters(...bulletins.rules, BulletinsHandlers);
  let period: Period;
  let leader: Caller;
  let checker: Caller;
  let county: Caller;
  let neighbour: Caller;

  beforeAll(async () => {
    await quarters.open();
    const { region } = quarters.room;
    leader = person({ role: 'bureauLeader', organisation: region.city });
    checker = person({ role: 'centreHead', organisation: region.city });
    county = quarters.county;
    neighbour = person({ role: 'countyReviewer', organisation: region.neighbourCounty });
  });
  afterAll(() => quarters.room.close());

  beforeEach(async () => {
    quarters.setClock('2026-09-20T08:00:00+08:00');
    await quarters.define([{ code: 'rooms', name: '教室数', type: 'integer', unit: '间' }]);
    period = await quarters.announce();
    await quarters.approve(period, quarters.room.region.school, { rooms: 30 });
  });

  const handlers = () => quarters.room.get(BulletinsHandlers);
  const drafted = (more: Partial<InputOf<typeof reporting.draftBulletin>> = {}, by = quarters.city) =>
    handlers().draftBulletin(
      {
        organisation: quarters.room.region.city,
        template: 'teachingApps',
        addressees: [quarters.room.region.county],
        period: period.id,
        indicators: ['rooms'],
        objectionDays: 5,
        ...more,
      },
      callOf(reporting.draftBulletin, by),
    );
  const check = ({ id }: Bulletin, by = checker) => handlers().checkBulletin({ bulletinId: id }, callOf(reporting.checkBulletin, by));
  const sign = ({ id }: Bulletin, by = leader) => handlers().signBulletin({ bulletinId: id }, callOf(reporting.signBulletin, by));
  const issue = ({ id }: Bulletin, by = quarters.city) =>
    handlers().issueBulletin({ bulletinId: id, prefix: '抚教通报' }, callOf(reporting.issueBulletin, by));
  const receive = ({ id }: Bulletin, by = county) => handlers().receiveBulletin({ bulletinId: id }, callOf(reporting.receiveBulletin, by));
  const read = ({ id }: Bulletin, by = county) => handlers().bulletin({ bulletinId: id }, callOf(reporting.bulletin, by));
  const object = ({ id }: Bulletin, by = county) =>
    handlers().objectToBulletin({ bulletinId: id, grounds: '数据有误' }, callOf(reporting.objectToBulletin, by));
  const correct = ({ id }: Bulletin) =>
    handlers().correctBulletin({ bulletinId: id, reason: '异议属实' }, callOf(reporting.correctBulletin, quarters.city));
  const issued = async (bulletin: Bulletin) => {
    await check(bulletin);
    await sign(bulletin);
    return issue(bulletin);
  };
  const refused = (code: string, facts: object = {}) => ({ kind: { code }, facts });

  it('describes its tables as the migrations make them', async () => {
    expect(await quarters.room.schemaDiff()).toEqual([]);
  });

  it('is drafted from figures, which stay as they were', async () => {
    const bulletin = await drafted();
    expect(bulletin).toMatchObject({
      title: '关于2026年第三季度教学通应用情况的通报',
      citation: { period: period.id, asOf: '2026-09-20T08:00:00+08:00', indicators: ['rooms'] },
    });
    expect(bulletin.opening).toContain('审核通过1个');
    const rows = () => (bulletin.parts[0] as { rows: unknown[][] }).rows;
    expect(rows().find(([name]) => name === '临川区教育局')).toEqual(['临川区教育局', 3, 1, 2, 33.33, 33.33, 1, 30]);
    await quarters.approve(period, quarters.room.region.sibling, { rooms: 12 });
    expect((await read(bulletin, quarters.city)).parts).toEqual(bulletin.parts);
  });

  it('needs the figures its template names, and addressees below its authority', async () => {
    await expect(drafted({ period: undefined })).rejects.toMatchObject(refused('bulletin.figures_missing', { needs: 'period' }));
    await expect(drafted({ template: 'patrol' })).rejects.toMatchObject(refused('bulletin.figures_missing', { needs: 'table' }));
    const { city } = quarters.room.region;
    await expect(drafted({ addressees: [city] })).rejects.toMatchObject(refused('bulletin.addressees_unknown', { organisations: [city] }));
    await expect(drafted({ period: quarters.dataSet.id })).rejects.toMatchObject(refused('period.not_found'));
    const table = { columns: [{ heading: '学校', numeric: false }], rows: [['第一小学']], source: '巡查记录' };
    expect(await drafted({ template: 'patrol', period: undefined, table })).toMatchObject({
      citation: { period: null, source: '巡查记录' },
    });
  });

  it('is checked by another than its author, signed by the leader, and says why a move is not allowed', async () => {
    const head = person({ role: 'centreHead', organisation: quarters.room.region.city });
    const bulletin = await drafted({}, head);
    await expect(check(bulletin, head)).rejects.toMatchObject(refused('bulletin.own_draft'));
    expect((await read(bulletin, head)).blocked).toContainEqual(expect.objectContaining({ move: 'check', code: 'bulletin.own_draft' }));
    await expect(sign(bulletin)).rejects.toMatchObject(refused('move.not_allowed', { state: 'draft' }));
    expect((await check(bulletin)).status).toBe('checked');
    const back = await handlers().sendBackBulletin({ bulletinId: bulletin.id, reason: '措辞' }, callOf(reporting.sendBackBulletin, leader));
    expect(back).toMatchObject({ status: 'draft', reason: '措辞' });
    const { version } = await read(bulletin, head);
    const revised = await handlers().reviseBulletin(
      { bulletinId: bulletin.id, title: '新标题' },
      callOf(reporting.reviseBulletin, head, {}, { ifMatch: version }),
    );
    expect(revised).toMatchObject({ title: '新标题', moves: ['revise'] });
  });

  it('is issued by its own authority, with numbers one after the other', async () => {
    const [first, second] = [await drafted(), await drafted()];
    const numberOf = async (bulletin: Bulletin) => Number(/^抚教通报〔2026〕(\d+)号$/.exec((await issued(bulletin)).number!)![1]);
    const number = await numberOf(first);
    expect(await numberOf(second)).toBe(number + 1);
    const below = await drafted({ organisation: quarters.room.region.county, addressees: [quarters.room.region.school] }, county);
    await expect(check(below)).rejects.toMatchObject(refused('bulletin.other_authority'));
  });

  it('reaches its addressees when it is issued, and nobody else', async () => {
    const bulletin = await drafted();
    await expect(read(bulletin)).rejects.toMatchObject(refused('bulletin.not_found'));
    const sent = await issued(bulletin);
    expect(sent).toMatchObject({ status: 'issued', objectionsUntil: '2026-09-25T08:00:00+08:00', issuedOn: '2026-09-20' });
    expect((await receive(bulletin)).addressees).toEqual([
      { organisation: quarters.room.region.county, name: '临川区教育局', receivedAt: '2026-09-20T08:00:00+08:00' },
    ]);
    await expect(receive(bulletin, neighbour)).rejects.toMatchObject(refused('bulletin.not_found'));
    await expect(receive(bulletin, quarters.city)).rejects.toMatchObject(refused('bulletin.not_addressed'));
    const page = await handlers().bulletins({ limit: 200, status: 'issued' }, callOf(reporting.bulletins, neighbour));
    expect(page.items.map(({ id }) => id)).not.toContain(bulletin.id);
  });

  it('is objected to within days, and answered', async () => {
    const bulletin = await drafted();
    await issued(bulletin);
    const objection = await object(bulletin);
    const answer = (by: Caller) =>
      handlers().answerBulletinObjection(
        { objectionId: objection.id, decision: 'uphold', answer: '经核实，属实' },
        callOf(reporting.answerBulletinObjection, by),
      );
    expect(await answer(leader)).toMatchObject({ status: 'upheld', answer: '经核实，属实' });
    await expect(answer(leader)).rejects.toMatchObject(refused('move.not_allowed'));
    await expect(answer(neighbour)).rejects.toMatchObject(refused('bulletin_objection.not_found'));
    const seen = await handlers().bulletinObjections({ limit: 20, bulletin: bulletin.id }, callOf(reporting.bulletinObjections, county));
    expect(seen.items).toMatchObject([{ id: objection.id, answer: '经核实，属实', moves: [] }]);
    await expect(object(bulletin, quarters.city)).rejects.toMatchObject(refused('bulletin.not_addressed'));
    quarters.setClock('2026-09-25T08:00:01+08:00');
    await expect(object(bulletin)).rejects.toMatchObject(refused('bulletin.objections_over', { until: '2026-09-25T08:00:00+08:00' }));
  });

  it('is corrected by another that takes its place, and never changed', async () => {
    const bulletin = await drafted();
    const old = await issued(bulletin);
    await quarters.approve(period, quarters.room.region.sibling, { rooms: 12 });
    const correction = await correct(bulletin);
    expect(correction).toMatchObject({ status: 'draft', replaces: bulletin.id, reason: '异议属实' });
    expect((correction.parts[0] as { rows: unknown[][] }).rows.at(-1)!.at(-1)).toBe(42);
    await expect(correct(bulletin)).rejects.toMatchObject(refused('bulletin.under_correction', { bulletin: correction.id }));
    await issued(correction);
    expect(await read(bulletin)).toMatchObject({ status: 'replaced', replacedBy: correction.id, number: old.number, parts: old.parts });
    const paper = (id: string) => handlers().bulletinPaper({ bulletinId: id }, callOf(reporting.bulletinPaper, county));
    expect(await paper(bulletin.id)).toMatchObject({ mark: '已被更正件代替', number: old.number });
    expect(await paper(correction.id)).toMatchObject({
      mark: `更正件，代替${old.number}`,
      addressees: ['临川区教育局'],
      issuer: '抚州市教育局',
      day: '2026-09-20',
      sealed: true,
    });
  });

  it('is withdrawn with a reason, and stays readable', async () => {
    const bulletin = await drafted();
    await issued(bulletin);
    await handlers().withdrawBulletin({ bulletinId: bulletin.id, reason: '口径有误' }, callOf(reporting.withdrawBulletin, leader));
    expect(await read(bulletin)).toMatchObject({ status: 'withdrawn', reason: '口径有误' });
    await expect(object(bulletin)).rejects.toMatchObject(refused('bulletin.objections_over'));
  });

  it('says in its facts what happened, without its words', async () => {
    const bulletin = await drafted({ opening: '张三说' });
    await issued(bulletin);
    const facts = (await quarters.room.facts()).filter(({ entity }) => entity === bulletin.id);
    expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['drafted', 'checked', 'signed', 'issued']);
    expect(JSON.stringify(facts)).not.toContain('张三');
  });
});
