import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FormContent, reporting, type Caller } from '@lianxue/contracts';
import type { Content } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { callOf, person } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { openSheets } from '../sheets/sheets.room.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { trailOf } from '../submissions/review/trail.js';
import { Attaching } from './attaching.js';

const form = FormContent.parse({
  indicators: [{ code: 'rooms', name: '教室', nameEn: 'Rooms', type: 'integer' }],
  attachments: [
    { code: 'lease', name: '宽带合同', nameEn: 'Contract', required: true, maxMegabytes: 1 },
    { code: 'list', name: '设备清单', nameEn: 'List', indicator: 'rooms', kinds: ['xlsx', 'docx', 'ofd'], most: 2 },
  ],
});

const pdf = Buffer.from('%PDF-1.7\n合同');
/** As what the gateway has seen it when it came, and as it has called it. */
const seen = {
  pdf: { family: 'document', kind: 'pdf', mediaType: 'application/pdf' },
  png: { family: 'image', kind: 'png', mediaType: 'image/png' },
  ofd: { family: 'document', kind: 'ofd', mediaType: 'application/ofd' },
  docx: { family: 'document', kind: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { family: 'sheet', kind: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  mp4: { family: 'video', kind: 'mp4', mediaType: 'video/mp4' },
} as const satisfies Record<string, Content>;

describe('files that come with a submission', () => {
  let here: Awaited<ReturnType<typeof openSheets>>;
  let school: Caller;
  let county: Caller;
  let submissionId: string;

  beforeAll(async () => {
    here = await openSheets();
    school = person({ role: 'schoolAdmin', organisation: here.room.region.school });
    county = person({ role: 'countyReviewer', organisation: here.room.region.county });
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    here.clock.at = new Date('2026-09-20T08:00:00+08:00');
    const city = person({ role: 'cityReviewer', organisation: here.room.region.city });
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const defined = reporting.defineDataSet.body.parse({
      organisation: city.organisation,
      code,
      name: '季度数据',
      nameEn: 'Quarterly',
      form,
    });
    const { id } = await here.room.get(Collecting).define(defined, callOf(reporting.defineDataSet, city));
    const period = await here.room.get(Collecting).open({ dataSetId: id, year: 2026, ordinal: 3 }, callOf(reporting.openPeriod, city));
    const begun = { periodId: period.id, organisation: school.organisation!, values: {} };
    submissionId = (await here.room.get(Filling).begin(begun, callOf(reporting.beginSubmission, school))).id;
  });

  const attaching = () => here.room.get(Attaching);
  const attach = async (code: string, bytes: Uint8Array, name = '合同.pdf', by = school, as: keyof typeof seen | 'nothing' = 'pdf') => {
    const file = await here.send(bytes, by, 'attachment', name, as === 'nothing' ? undefined : seen[as]);
    return attaching().attach({ submissionId, code, file }, callOf(reporting.attachFile, by));
  };
  const detach = (attachmentId: string) => attaching().detach({ submissionId, attachmentId }, callOf(reporting.detachFile, school));
  const give = (attachmentId: string, by = county) =>
    attaching().give({ submissionId, attachmentId }, callOf(reporting.attachmentFile, by));
  const submit = () => here.room.get(Filling).submit({ submissionId }, callOf(reporting.submitSubmission, school));
  const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });

  it('are given under their own name to whoever may read it, and to nobody else', async () => {
    const { attachments } = await attach('lease', pdf);
    expect(attachments).toMatchObject([{ code: 'lease', name: '合同.pdf', kind: 'pdf', size: pdf.length, round: 1 }]);
    const file = await give(attachments[0]!.id);
    expect(file.name).toBe('合同.pdf');
    expect((await here.bytesOf(file)).equals(pdf)).toBe(true);
    const neighbour = person({ role: 'countyReviewer', organisation: here.room.region.neighbourCounty });
    await expect(give(attachments[0]!.id, neighbour)).rejects.toEqual(refused('submission.not_found'));
    await expect(give(newId())).rejects.toEqual(refused('attachment.not_found'));
    expect(JSON.stringify(await here.room.facts())).not.toContain('合同.pdf');
  });

  it('are what their content is, whatever they are called', async () => {
    await expect(attach('lease', pdf, '合同.pdf', school, 'nothing')).rejects.toEqual(refused('attachment.wrong_kind'));
    await expect(attach('lease', pdf, '合同.pdf', school, 'mp4')).rejects.toEqual(refused('attachment.wrong_kind'));
    await expect(attach('lease', pdf, '合同.docx', school, 'docx')).rejects.toMatchObject({
      kind: { code: 'attachment.wrong_kind' },
      facts: { kinds: ['pdf', 'jpeg', 'png'] },
    });
    expect((await attach('lease', pdf, '合同.png', school, 'png')).attachments).toMatchObject([{ kind: 'png', name: '合同.png' }]);
    await attach('list', pdf, '清单.XLSX', school, 'xlsx');
    expect((await attach('list', pdf, '清单.ofd', school, 'ofd')).attachments.map(({ kind, name }) => [kind, name])).toEqual([
      ['png', '合同.png'],
      ['xlsx', '清单.XLSX'],
      ['ofd', '清单.ofd'],
    ]);
  });

  it('are as many and as large as the form says, and only those it asks for', async () => {
    const [lease] = (await attach('lease', pdf)).attachments;
    await expect(attach('lease', pdf)).rejects.toMatchObject({ kind: { code: 'attachment.too_many' }, facts: { most: 1 } });
    await expect(attach('photo', pdf)).rejects.toEqual(refused('attachment.not_asked'));
    expect((await detach(lease!.id)).attachments).toEqual([]);
    const large = Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]);
    await expect(attach('lease', large)).rejects.toMatchObject({
      kind: { code: 'attachment.too_large' },
      facts: { maxBytes: 1024 * 1024 },
    });
  });

  it('are held to when it is submitted, and stay with their round', async () => {
    await expect(submit()).rejects.toMatchObject({ facts: { faults: [{ field: 'lease', rule: 'attachment', words: '缺少附件' }] } });
    const [first] = (await attach('lease', pdf)).attachments;
    await submit();
    await expect(detach(first!.id)).rejects.toEqual(refused('move.not_allowed'));
    await expect(attach('list', pdf, '清单.xlsx', school, 'xlsx')).rejects.toEqual(refused('move.not_allowed'));
    const reasons = [{ field: 'rooms', reason: '请核对' }];
    await here.room.get(Reviewing).return({ submissionId, reasons, to: 'school' }, callOf(reporting.returnSubmission, county));
    expect((await detach(first!.id)).attachments).toEqual([]);
    await expect(detach(first!.id)).rejects.toEqual(refused('attachment.not_found'));
    await attach('lease', pdf, '新合同.png', school, 'png');
    await submit();
    const steps = await trailOf(submissionId, here.room.get(Store));
    expect(steps.map(({ decision, attachments }) => [decision, ...attachments.map(({ name, round }) => `${name} ${round}`)])).toEqual([
      ['submitted', '合同.pdf 1'],
      ['returned', '合同.pdf 1'],
      ['submitted', '新合同.png 2'],
    ]);
    expect((await here.bytesOf(await give(first!.id))).equals(pdf)).toBe(true);
  });

  it('come from whoever sent them, for this purpose, while the period is open', async () => {
    const neighbour = person({ role: 'schoolAdmin', organisation: here.room.region.sibling });
    const theirs = await here.send(pdf, neighbour, 'attachment', '合同.pdf', seen.pdf);
    const attempt = (file: string) => attaching().attach({ submissionId, code: 'lease', file }, callOf(reporting.attachFile, school));
    await expect(attempt(theirs)).rejects.toEqual(refused('file.unknown'));
    await expect(attempt(await here.send(pdf, school))).rejects.toEqual(refused('file.unknown'));
    await expect(attach('lease', pdf, '合同.pdf', neighbour)).rejects.toEqual(refused('submission.not_found'));
    const countyStaff = person({ role: 'rollManager', organisation: here.room.region.county });
    await expect(attach('lease', pdf, '合同.pdf', countyStaff)).rejects.toEqual(refused('submission.not_yours'));
    here.clock.at = new Date('2026-10-01T08:00:00+08:00');
    await expect(attach('lease', pdf)).rejects.toEqual(refused('period.closed'));
  });
});
