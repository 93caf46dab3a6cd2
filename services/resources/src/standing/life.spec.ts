import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, resources, ReviewRuleInput, type AnyOperation, type Caller, type ResourceInput } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { Showing } from '../catalogue/showing.js';
import { Appealing } from '../credits/appealing.js';
import { Counting } from '../credits/counting.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { CurrentPosts } from '../posts/current-posts.js';
import { KnownPosts } from '../posts/known-posts.room.js';
import { Remembering } from '../releases/remembering.js';
import { Hearing } from '../reports/hearing.js';
import { entities } from '../resources.module.js';
import { Comparing } from '../review/comparing.js';
import { Queueing } from '../review/queueing.js';
import { Reviewing } from '../review/reviewing.js';
import { Ruling } from '../review/ruling.js';
import { Promoting } from './promoting.js';
import { Rechecking } from './rechecking.js';
import { Withdrawing } from './withdrawing.js';

const usage = { method: '课前自学', scene: '新授课', example: '临川一小' };
const input: ResourceInput = {
  ...{ title: '分数的初步认识', type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3], usage },
  ...{ knowledgePoints: [], pointIds: [], competencyIds: [], contributors: [], keywords: [], language: 'zh-CN' },
  ...{ licence: 'teaching', source: 'original' },
};
const codes = ['politics', 'science', 'suitability', 'form', 'copyright'];
const refused = (code: string, facts: object = {}) => ({ kind: { code }, facts });

describe('the life of a resource over the tiers', () => {
  const posts = new KnownPosts();
  let room: Room;
  let now = new Date('2026-09-01T00:00:00Z');
  let teacher: Caller, ofSchool: Caller, ofCounty: Caller, ofCity: Caller, sibling: Caller, pupil: Caller;
  beforeAll(async () => {
    const rules = [Cataloguing, Finding, Showing, KnownNodes, Reviewing, Comparing, Queueing, Ruling, Promoting, Withdrawing, Rechecking];
    const given = [
      { provide: CLOCK, useValue: { now: () => now } },
      { provide: CurrentPosts, useValue: posts },
    ];
    const more = [Remembering, Hearing, Counting, Appealing, ...given];
    room = await openRoom('resources', { entities, migrations, providers: [...rules, ...more] });
    const { school, county, city, sibling: other, farSchool } = room.region;
    teacher = person({ role: 'teacher', organisation: school });
    [ofSchool, ofCounty, ofCity] = [school, county, city].map((organisation) => person({ role: 'resourceReviewer', organisation })) as [
      Caller,
      Caller,
      Caller,
    ];
    sibling = person({ role: 'teacher', organisation: other });
    pupil = person({ role: 'pupil', organisation: farSchool });
  });
  afterAll(() => room.close());

  const by = (operation: AnyOperation, caller: Caller) => callOf(operation, caller, {}, { ifMatch: '*' });
  const submit = (id: string) => room.get(Reviewing).submit(id, by(resources.submit, teacher));
  const publish = (id: string, caller: Caller, checked: string[] = []) =>
    room.get(Reviewing).publish(id, { checked, codes: [], reason: null }, by(resources.publish, caller));
  const pass = (id: string, caller: Caller, checked = codes) =>
    room.get(Reviewing).pass(id, { checked, codes: [], reason: null }, by(resources.pass, caller));
  const giveBack = (id: string, caller: Caller, why: string[]) =>
    room.get(Reviewing).refuse(id, 'return', { checked: [], codes: why, reason: '请修改' }, by(resources.return, caller));
  const edit = (id: string, change: object) => room.get(Cataloguing).edit(id, change, by(resources.edit, teacher));
  const putForward = (id: string, organisation: string, caller = teacher) =>
    room.get(Promoting).putForward(id, organisation, by(resources.putForward, caller));
  const read = async (id: string, caller: Caller) => {
    const call = by(resources.resource, caller);
    return room.get(Showing).one(await room.get(Finding).one(id, call), call);
  };
  const sees = (id: string, caller: Caller) => read(id, caller).then(() => true, () => false); // prettier-ignore
  const atSchool = async (more: Partial<ResourceInput> = {}) => {
    const { id } = await room.get(Cataloguing).register({ ...input, ...more }, by(resources.register, teacher));
    await submit(id);
    await publish(id, ofSchool);
    return id;
  };
  const atCounty = async () => {
    const id = await atSchool();
    await putForward(id, room.region.county);
    await publish(id, ofCounty);
    return id;
  };

  it('goes up tier by tier under one id, and is seen by whoever is below a tier that shows it', async () => {
    const { county, city, school } = room.region;
    const id = await atSchool();
    expect([await sees(id, sibling), await sees(id, pupil)]).toEqual([false, false]);
    await expect(putForward(id, city)).rejects.toMatchObject(refused('resource.not_next_tier', { next: county }));
    await expect(putForward(id, county, person({ role: 'teacher', organisation: school }))).resolves.toMatchObject({ status: 'published' });
    await expect(publish(id, ofSchool)).rejects.toMatchObject(refused('resource.other_tier', { organisation: county }));
    await expect(edit(id, { title: '审核中' })).rejects.toMatchObject(refused('resource.locked', { state: 'submitted' }));
    await publish(id, ofCounty);
    expect([await sees(id, sibling), await sees(id, pupil)]).toEqual([true, false]);
    await putForward(id, city, ofCounty);
    await publish(id, ofCity);
    expect(await read(id, pupil)).toMatchObject({ status: 'published', level: 'city', release: 1, review: null, moves: [] });
    const { standings } = await read(id, teacher);
    expect(standings.map(({ organisation, level, status }) => [organisation, level, status])).toEqual([
      [school, 'school', 'published'],
      [county, 'county', 'published'],
      [city, 'city', 'published'],
    ]);
    const lines = await room.get(Remembering).provenance(id, by(resources.provenance, teacher));
    expect(lines.map(({ what }) => what)).toEqual([
      'registered',
      'submitted',
      'published',
      'putForward',
      'published',
      'putForward',
      'published',
    ]);
    await expect(putForward(id, city)).rejects.toMatchObject(refused('resource.not_next_tier', { next: null }));
  });

  it('keeps what is published while its revision is reviewed, and every release for whoever could read it', async () => {
    const id = await atCounty();
    await edit(id, { title: '分数的初步认识（修订）' });
    expect((await read(id, sibling)).title).toBe('分数的初步认识');
    expect((await read(id, teacher)).revision).toMatchObject({ title: '分数的初步认识（修订）' });
    expect(await submit(id)).toMatchObject({ reviewAt: room.region.county, status: 'published' });
    now = new Date('2026-10-01T00:00:00Z');
    await publish(id, ofCounty);
    expect(await read(id, sibling)).toMatchObject({ title: '分数的初步认识（修订）', release: 2 });
    expect((await read(id, teacher)).standings.map(({ release }) => release)).toEqual([2, 2]);
    const call = by(resources.releases, sibling);
    expect(await room.get(Remembering).releases(id, '2026-09-15', call)).toMatchObject([{ number: 1 }]);
    await room.get(Withdrawing).withdraw(id, '另有新课', by(resources.withdraw, teacher));
    expect(await sees(id, sibling)).toBe(false);
    expect((await room.get(Remembering).release(id, 1, call)).content.title).toBe('分数的初步认识');
    await room.get(Withdrawing).restore(id, '恢复', by(resources.restore, teacher));
    await room.get(Withdrawing).takeDown(id, { reason: '侵权', codes: ['copyright'] }, by(resources.takeDown, ofCounty));
    await expect(room.get(Remembering).release(id, 1, call)).rejects.toMatchObject(refused('release.not_found'));
  });

  it('is reviewed by as many people as the tier asks, by its checklist, by those it names', async () => {
    const { city } = room.region;
    const admin = person({ role: 'systemAdmin', organisation: city });
    const rule = ReviewRuleInput.parse({ steps: ['初审', '复审', '终审'], reviewDays: 5 });
    await room.get(Ruling).set({ organisationId: city, ...rule }, by(resources.setReviewRule, admin));
    const researcher = posts.hold(person({ role: 'subjectResearcher', organisation: city }));
    const naming = {
      organisation: city,
      person: researcher.subject,
      stages: ['primary' as const],
      subjects: ['mathematics' as const],
      steps: [1],
    };
    await room.get(Ruling).name(naming, by(resources.nameReviewer, admin));
    await expect(room.get(Ruling).name({ ...naming, steps: [4] }, by(resources.nameReviewer, admin))).rejects.toMatchObject(
      refused('review_rule.unknown_step', { steps: 3 }),
    );
    const id = await atCounty();
    await putForward(id, city);
    await expect(pass(id, ofCity)).rejects.toMatchObject(refused('resource.reviewer_not_named'));
    await expect(pass(id, ofCounty)).rejects.toMatchObject(refused('resource.other_tier'));
    await expect(pass(id, researcher, ['politics'])).rejects.toMatchObject({ kind: { code: 'resource.checklist_incomplete' } });
    await expect(giveBack(id, researcher, ['nonsense'])).rejects.toMatchObject({ kind: { code: 'resource.code_unknown' } });
    await expect(giveBack(id, researcher, [])).rejects.toMatchObject({ kind: { code: 'resource.codes_needed' } });
    await expect(publish(id, researcher, codes)).rejects.toMatchObject(refused('resource.steps_remain', { steps: ['复审', '终审'] }));
    await giveBack(id, researcher, ['science']);
    expect(await read(id, teacher)).toMatchObject({
      status: 'published',
      review: { state: 'returned', organisation: city },
      moves: expect.arrayContaining(['submit']),
    });
    await expect(submit(id)).rejects.toMatchObject(refused('resource.nothing_changed'));
    await edit(id, { description: '改正了例题' });
    await submit(id);
    await pass(id, researcher);
    await expect(pass(id, researcher)).rejects.toMatchObject(refused('resource.reviewer_not_named'));
    await pass(id, ofCity);
    await expect(publish(id, ofCity, codes)).rejects.toMatchObject(refused('resource.reviewed_already'));
    const third = person({ role: 'resourceReviewer', organisation: city });
    await expect(pass(id, third)).rejects.toMatchObject(refused('resource.last_step'));
    const queue = (mine: 'true' | 'false', caller: Caller) =>
      room.get(Queueing).page({ what: 'review', mine, overdue: 'false', limit: 50 }, by(resources.reviewQueue, caller));
    expect((await queue('true', third)).items.map((each) => each.id)).toEqual([id]);
    expect((await queue('true', ofCity)).items).toEqual([]);
    expect((await queue('false', ofCity)).items).toHaveLength(1);
    await publish(id, third, codes);
    expect(await read(id, pupil)).toMatchObject({ description: '改正了例题', release: 2 });
    const [last, returned] = await room.get(Comparing).submissions(id, by(resources.submissions, teacher));
    expect(last!.steps.map(({ name, decision }) => [name, decision])).toEqual([['初审', 'passed'], ['复审', 'passed'], ['终审', 'published']]); // prettier-ignore
    expect(returned).toMatchObject({ decision: 'returned', codes: ['science'], organisation: city });
  });

  it('is taken down everywhere in one commit, told in facts, and restored only by who did or above', async () => {
    const id = await atCounty();
    const filing = by(resources.reportResource, sibling);
    const report = await room.get(Hearing).file({ resourceId: id, grounds: 'harmful', words: '片头有广告' }, filing);
    expect(report.organisation).toBe(room.region.county);
    await expect(room.get(Hearing).file({ resourceId: id, grounds: 'harmful', words: '再报' }, filing)).rejects.toMatchObject(
      refused('report.exists'),
    );
    const answer = { reportId: report.id, decision: 'uphold' as const, answer: '属实', takeDown: true };
    await room.get(Hearing).answer(answer, by(resources.answerReport, ofCounty));
    expect(await sees(id, sibling)).toBe(false);
    expect(await read(id, teacher)).toMatchObject({ status: 'withdrawn', level: 'personal' });
    const told = (await room.facts()).filter(({ data }) => (data as { resource?: string } | null)?.resource === id && data !== null);
    expect(told.filter(({ type }) => type.endsWith('standing.takenDown'))).toHaveLength(2);
    expect(JSON.stringify(await room.facts())).not.toContain(sibling.subject);
    await expect(room.get(Withdrawing).restore(id, '申请恢复', by(resources.restore, ofSchool))).rejects.toMatchObject(
      refused('resource.held'),
    );
    await edit(id, { title: '去掉片头' });
    await expect(submit(id)).rejects.toMatchObject(refused('resource.held'));
    await room.get(Withdrawing).restore(id, '已核实', by(resources.restore, ofCity));
    expect(await sees(id, sibling)).toBe(true);
  });

  it('is judged by others than who made it, also when it was reported or taken off', async () => {
    const colleague = posts.hold(person({ role: 'teacher', organisation: room.region.school }));
    const contributors = [{ person: colleague.subject, organisation: room.region.school, role: 'editor' as const }];
    const id = await atSchool({ contributors });
    const own = [teacher, colleague].map(({ subject }) => person({ role: 'schoolAdmin', organisation: room.region.school, subject }));
    const reader = person({ role: 'teacher', organisation: room.region.school });
    const report = { resourceId: id, grounds: 'science' as const, words: '例题有误' };
    const { id: reportId } = await room.get(Hearing).file(report, by(resources.reportResource, reader));
    const answer = (caller: Caller, decision: 'dismiss' | 'uphold' = 'dismiss') =>
      room.get(Hearing).answer({ reportId, decision, answer: '已看', takeDown: true }, by(resources.answerReport, caller));
    const listed = (caller: Caller) => room.get(Hearing).page({ resource: id, limit: 5 }, by(resources.resourceReports, caller));
    const restore = (caller: Caller) => room.get(Withdrawing).restore(id, '已改正', by(resources.restore, caller));
    for (const caller of own) {
      await expect(answer(caller)).rejects.toMatchObject(refused('resource.own'));
      expect((await listed(caller)).items).toMatchObject([{ moves: [] }]);
    }
    expect((await listed(ofSchool)).items).toMatchObject([{ moves: ['uphold', 'dismiss'] }]);
    await answer(ofSchool, 'uphold');
    for (const caller of own) {
      await expect(restore(caller)).rejects.toMatchObject(refused('resource.own'));
      expect((await read(id, caller)).moves).not.toContain('restore');
    }
    await expect(restore(teacher)).rejects.toMatchObject(refused('resource.held', { organisation: room.region.school }));
    expect(await restore(ofSchool)).toMatchObject({ status: 'published' });
  });

  it('is withdrawn by one tier while another shows it', async () => {
    const id = await atCounty();
    await room.get(Withdrawing).withdraw(id, '县里不再用', by(resources.withdraw, ofCounty));
    expect(await read(id, teacher)).toMatchObject({ status: 'published', level: 'school' });
    expect(await sees(id, sibling)).toBe(false);
    await room.get(Withdrawing).restore(id, '再用', by(resources.restore, ofCounty));
    expect(await sees(id, sibling)).toBe(true);
  });

  it('is checked again, or its time is over', async () => {
    now = new Date('2026-11-01T00:00:00Z');
    const { school } = room.region;
    const rule = ReviewRuleInput.parse({ steps: ['审核'], checklist: [], recheckMonths: 12, graceDays: 10, standIn: true });
    await room
      .get(Ruling)
      .set({ organisationId: school, ...rule }, by(resources.setReviewRule, person({ role: 'schoolAdmin', organisation: school })));
    const [confirmed, forgotten, dated] = [await atSchool(), await atSchool(), await atSchool({ validUntil: '2026-12-31' })];
    expect((await read(confirmed, teacher)).standings).toMatchObject([{ recheckOn: '2027-11-01' }]);
    now = new Date('2027-01-05T00:00:00Z');
    await room.get(Rechecking).goRound();
    expect(await read(dated, teacher)).toMatchObject({ status: 'withdrawn', standings: [{ takenOff: 'expired' }] });
    now = new Date('2027-11-02T00:00:00Z');
    await room.get(Rechecking).goRound();
    const due = (await room.facts()).filter(({ type }) => type.endsWith('standing.recheckDue'));
    expect(due).toHaveLength(2);
    await room.get(Rechecking).confirm(confirmed, [], by(resources.confirm, ofSchool));
    now = new Date('2027-11-20T00:00:00Z');
    await room.get(Rechecking).goRound();
    expect(await read(confirmed, teacher)).toMatchObject({ status: 'published', standings: [{ recheckOn: '2028-11-02' }] });
    expect(await read(forgotten, teacher)).toMatchObject({ status: 'withdrawn' });
  });

  it('is credited once at each tier to those who made it, who may appeal', async () => {
    const colleague = posts.hold(person({ role: 'teacher', organisation: room.region.school }));
    const partner = posts.hold(person({ role: 'teacher', organisation: room.region.sibling }));
    const contributors = [colleague, partner].map(({ subject, organisation }) => ({
      person: subject,
      organisation,
      role: 'camera' as const,
    }));
    const { id } = await room.get(Cataloguing).register({ ...input, contributors }, by(resources.register, teacher));
    await submit(id);
    const reviewing = person({ role: 'resourceReviewer', organisation: room.region.school, subject: colleague.subject });
    await expect(publish(id, reviewing)).rejects.toMatchObject(refused('resource.own_review'));
    await publish(id, ofSchool);
    const credits = async (caller: Caller) =>
      (await room.get(Counting).page({ resource: id, limit: 50 }, by(resources.contributionCredits, caller))).items.map(({ role, points, counts }) => [role, points, counts]).sort(); // prettier-ignore
    expect(await credits(ofSchool)).toEqual([['author', 2, true], ['contributor', 1, true], ['school', 1, true]]); // prettier-ignore
    expect(await credits(ofCounty)).toEqual([
      ['author', 2, true],
      ['contributor', 1, true],
      ['contributor', 1, true],
      ['school', 1, true],
      ['school', 1, true],
    ]);
    expect(await credits(partner)).toEqual([
      ['contributor', 1, true],
      ['school', 1, true],
    ]);
    expect(await credits(colleague)).toEqual([['contributor', 1, true], ['school', 1, true]]); // prettier-ignore
    const claim = { resource: id, grantedBy: room.region.school, role: 'contributor' as const, points: 3, grounds: '主讲两段' };
    const appeal = await room.get(Appealing).file(claim, by(resources.appealCredit, colleague));
    await expect(room.get(Appealing).file(claim, by(resources.appealCredit, colleague))).rejects.toMatchObject(
      refused('contribution_appeal.exists'),
    );
    const decision = { appealId: appeal.id, decision: 'uphold' as const, points: 3, answer: '属实' };
    await expect(room.get(Appealing).decide(decision, by(resources.decideAppeal, ofCounty))).rejects.toMatchObject(
      refused('contribution_appeal.other_tier'),
    );
    await room.get(Appealing).decide(decision, by(resources.decideAppeal, ofSchool));
    expect(await credits(colleague)).toContainEqual(['contributor', 3, true]);
    const totals = await room.get(Counting).totals({ by: 'person', limit: 50 }, by(resources.contributionTotals, ofSchool));
    expect(totals.items.find((each) => each.id === colleague.subject)).toMatchObject({ points: 3, resources: 1 });
    await room.get(Withdrawing).takeDown(id, { reason: '侵权', codes: ['copyright'] }, by(resources.takeDown, ofSchool));
    expect((await credits(ofSchool)).every(([, , counts]) => counts === false)).toBe(true);
  });

  it('is described by the nine categories of the standard', async () => {
    const id = await atSchool({
      licence: 'CC-BY-4.0',
      edition: '人教版',
      chapter: '分数的初步认识',
      sourceUrl: 'https://source.example/1',
    });
    /** A recording with its rendition, a hand-out, and one that the next review will see first. */
    const files = [
      ['main', 'video/mp4', 3_000_000_000, 754_600, null, 1],
      ['rendition', 'video/mp4', 1_000_000, 754_600, 0, 1],
      ['supplement', 'application/pdf', 70_000, null, null, 1],
      ['supplement', 'image/png', 5, null, null, 2],
    ] as const;
    const ids = files.map(() => newId());
    for (const [index, [purpose, mediaType, bytes, durationMs, of, addedIn]] of files.entries())
      await room.query(
        `insert into resource_file (id, version, organisation, created_at, updated_at, resource, content, name, media_type, bytes, purpose, seen, "of", added_in, settled)
         values ($1, 1, $2, now(), now(), $3, 'sha', 'a file', $4, $5, $6, $7, $8, $9, true)`,
        [
          ids[index],
          room.region.school,
          id,
          mediaType,
          bytes,
          purpose,
          JSON.stringify({ durationMs }),
          of === null ? null : ids[of],
          addedIn,
        ],
      );
    const lom = await room.get(Remembering).lom(id, by(resources.learningObjectMetadata, teacher));
    expect(lom).toMatchObject({
      general: { title: { value: input.title } },
      lifeCycle: { status: { value: 'final' } },
      metaMetadata: { metadataSchema: ['GB/T 21365', 'LOMv1.0'] },
      technical: {
        format: ['application/pdf', 'video/mp4'],
        size: '3000070000',
        location: [`/api/v1/resources/${id}`],
        duration: 'PT755S',
      },
      educational: { typicalAgeRange: [{ value: '8-9' }] },
      rights: { cost: { value: 'no' }, copyrightAndOtherRestrictions: { value: 'yes' } },
      relation: [{ kind: { value: 'isbasedon' }, resource: 'https://source.example/1' }],
      annotation: [{ description: { value: '校级发布' } }],
      classification: [{ purpose: { value: 'discipline' } }],
    });
    expect(Object.keys(lom)).toHaveLength(9);
    const bare = await room.get(Remembering).lom(await atSchool(), by(resources.learningObjectMetadata, teacher));
    expect(bare.technical).toMatchObject({ format: [], size: null, duration: null });
    expect(lom.classification[0]!.taxonPath.map(({ entry }) => entry)).toEqual(['小学', '数学', '人教版', '分数的初步认识']);
  });
});
