import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type Paper, type PaperPart } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Correcting } from '../submissions/review/correcting.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { Signing } from '../submissions/signing.js';
import { Printing } from './printing.js';

const named = (code: string, name: string) => ({ code, name, nameEn: code, required: false });

describe('a form on paper', () => {
  const clock = { now: () => new Date('2026-09-20T08:00:00+08:00') };
  let room: Room;
  let school: Caller;
  let county: Caller;
  let city: Caller;
  let submission: string;
  let form: string;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [Collecting, Filling, Reviewing, Correcting, Signing, Printing, { provide: CLOCK, useValue: clock }],
    });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
    const dataSet = await room.get(Collecting).define(
      {
        organisation: room.region.city,
        code: 'printed',
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy: ['school'],
        reviewedBy: 'nearest',
        form: {
          sections: [{ code: 'network', name: '一、网络', nameEn: 'Network' }],
          indicators: [
            { ...named('rooms', '教室数'), type: 'integer', unit: '间', required: true, definition: '含教学点' },
            {
              ...named('access', '接入方式'),
              type: 'choice',
              section: 'network',
              options: [{ code: 'fibre', name: '光纤' }],
            },
            { ...named('done', '录入率'), type: 'percent' },
          ],
          rules: [],
        },
      },
      callOf(reporting.defineDataSet, city),
    );
    const due = { school: '2026-09-30T23:59:59+08:00', county: '2026-10-05T23:59:59+08:00', city: '2026-10-10T23:59:59+08:00' };
    const days = { firstDay: '2026-07-01', lastDay: '2026-09-30', opens: '2026-09-01T00:00:00+08:00' };
    const period = await room
      .get(Collecting)
      .announce({ name: '2026年第三季度', kind: 'quarter', ...days, due, dataSet: dataSet.id }, callOf(reporting.announcePeriod, city));
    form = period.form;
    const begun = await room
      .get(Filling)
      .begin(
        { periodId: period.id, organisation: room.region.school, values: { rooms: 30, access: 'fibre' } },
        callOf(reporting.beginSubmission, school),
      );
    submission = begun.id;
  });
  afterAll(() => room.close());

  const print = (by = school) => room.get(Printing).submission(submission, callOf(reporting.submissionPaper, by));
  const tables = ({ parts }: Paper) => parts.filter((part): part is Extract<PaperPart, { kind: 'table' }> => part.kind === 'table');
  const notes = ({ parts }: Paper) => parts.flatMap((part) => (part.kind === 'note' ? [part.text] : []));

  it('says whose it is, what was filled in section by section, and leaves places to sign', async () => {
    const paper = await print();
    expect(paper).toMatchObject({ title: '季度数据', mark: '草稿，未提交' });
    expect(paper.signatures.slice(0, 4)).toEqual(['填报单位（盖章）', '填表人', '审核人', '负责人']);
    expect(paper.parts[0]).toMatchObject({
      kind: 'fields',
      items: expect.arrayContaining([
        { label: '填报单位', value: '第一小学' },
        { label: '填报期', value: '2026年第三季度' },
        { label: '数据时段', value: '2026-07-01 至 2026-09-30' },
      ]),
    });
    expect(tables(paper).map(({ caption, rows }) => [caption, rows])).toEqual([
      ['一、网络', [[2, '接入方式', '', '光纤']]],
      [
        undefined,
        [
          [1, '教室数 *', '间', 30],
          [3, '录入率', '%', null],
        ],
      ],
    ]);
    expect(notes(paper)).toContain('口径：\n1. 教室数：含教学点');
  });

  it('says who signs, what was explained and warned of, what came with it, and whether its paper has arrived', async () => {
    const written = await room
      .get(Filling)
      .fillIn(
        { submissionId: submission, values: { rooms: 30, access: 'fibre' }, remarks: { rooms: '含新建三间' } },
        callOf(reporting.fillInSubmission, school, {}, { ifMatch: '*' }),
      );
    const names = { preparedBy: '王老师', reviewedBy: null, responsible: '李校长' };
    await room.get(Signing).name({ submissionId: submission, ...names }, callOf(reporting.nameSignatories, school, {}, { ifMatch: '*' }));
    const warning = { field: 'rooms', rule: 'change', severity: 'warning', needsRemark: false, words: '变动超过 20%', wordsEn: 'More' };
    const file = { id: written.id, code: 'lease', name: '合同.pdf', kind: 'pdf', size: 1, sha256: '', round: 1, at: '' };
    await room.query('update submission set warnings = $2, attachments = $3 where id = $1', [
      submission,
      JSON.stringify([warning]),
      JSON.stringify([file]),
    ]);
    const paper = await print();
    expect(paper.signatures).toEqual(['填报单位（盖章）', '填表人：王老师', '审核人', '负责人：李校长', '填报日期']);
    expect(notes(paper)).toEqual(
      expect.arrayContaining(['校验提示：\n教室数：变动超过 20%', '填报说明：\n教室数：含新建三间', '附件：\n1. 合同.pdf']),
    );
    expect(paper.parts[0]).toMatchObject({ items: expect.arrayContaining([{ label: '盖章件', value: '未收到' }]) });
  });

  it('says why it was returned, and when it is approved bears no mark', async () => {
    await room.get(Filling).submit({ submissionId: submission }, callOf(reporting.submitSubmission, school));
    await room
      .get(Reviewing)
      .return(
        { submissionId: submission, to: 'school', reasons: [{ field: 'rooms', reason: '与台账不符' }] },
        callOf(reporting.returnSubmission, county),
      );
    const returned = await print();
    expect(returned.mark).toBe('已退回，待修改');
    expect(notes(returned)).toContain('审核意见：\n教室数：与台账不符');
    await room.get(Filling).submit({ submissionId: submission }, callOf(reporting.submitSubmission, school));
    await room.get(Reviewing).approve({ submissionId: submission }, callOf(reporting.approveSubmission, county));
    await room.get(Correcting).seal({ submissionId: submission, receivedOn: '2026-09-20' }, callOf(reporting.recordSealedCopy, county));
    const approved = await print(county);
    expect(approved.parts[0]).toMatchObject({ items: expect.arrayContaining([{ label: '盖章件', value: '2026-09-20 收到' }]) });
    expect(approved.mark).toBeNull();
    expect(approved.parts[0]).toMatchObject({ items: expect.arrayContaining([{ label: '审核单位', value: '临川区教育局' }]) });
  });

  it('is no business of the school next door', async () => {
    await expect(print(person({ role: 'schoolAdmin', organisation: room.region.sibling }))).rejects.toMatchObject({
      kind: { code: 'submission.not_found' },
    });
  });

  it('can be had empty, by everybody to whom it is handed down', async () => {
    const paper = await room.get(Printing).emptyForm(form, callOf(reporting.formPaper, school));
    expect(tables(paper).flatMap(({ rows }) => rows.map((row) => row[3]))).toEqual([null, null, null]);
    await expect(
      room.get(Printing).emptyForm('01900000-0000-7000-8000-000000000000', callOf(reporting.formPaper, school)),
    ).rejects.toMatchObject({ kind: { code: 'form.not_found' } });
  });
});
