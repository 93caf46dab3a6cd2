import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { authorityReviewers } from '../roles.js';
import { Id, value } from '../shapes/shapes.js';
import {
  Measure,
  MeasureExport,
  MeasureGroupNotYours,
  MeasureNoDimension,
  MeasureNotFound,
  measureParams,
  MeasureQuery,
  MeasureReading,
  MeasureRecount,
  MeasureSpanUnfit,
  MeasureTooManyLines,
  PublicMeasureQuery,
} from './measures.js';
import { SheetFile } from './sheets.js';

/** Whom a bureau or a school lets manage; they take files with them. */
const managers = [
  'bureauLeader',
  'systemAdmin',
  'centreHead',
  ...authorityReviewers,
  'schoolAdmin',
  'responsiblePerson',
  'rollManager',
  'app',
] as const;

/** Who reads the data centre with a sign-in; which view it is follows from the role and where it is held. */
const measureReaders = [...managers, 'teacher', 'homeroomTeacher', 'guardian', 'vendor'] as const;

const unreadable = [MeasureNotFound, NotFound, MeasureSpanUnfit, MeasureNoDimension, MeasureTooManyLines] as const;

/** The data centre 大数据分析中心: what the facts of every service come to. */
export const measureOperations = {
  measures: operation('get', '/measures', {
    summary: '列出度量目录 List the measures',
    description: '当前身份可查看的度量及其口径。 Those this role may read, each with what it means 口径.',
    scope: 'reporting.read',
    permits: measureReaders,
    reach: 'handedDown',
    returns: value(z.object({ items: z.array(Measure).describe('度量 measures') })),
  }),
  measure: operation('get', '/measures/:measure', {
    summary: '读取度量 Read a measure',
    description:
      '某组织及其下级在若干日内的数量，可按日、月、下一级组织或维度分组，附上年同期与口径。看到什么取决于身份；不足五人的数不显示，也不能由其他数推出。 Of an organisation and what lies below it, for some days, in lines by day, month, the level below or its dimension, beside the same days a year before. What is seen follows from the role; fewer than five people are never told, nor can be told from the rest.',
    scope: 'reporting.read',
    permits: measureReaders,
    reach: 'handedDown',
    params: measureParams,
    query: MeasureQuery,
    returns: value(MeasureReading),
    fails: [...unreadable, MeasureGroupNotYours],
  }),
  publicMeasure: operation('get', '/public-measures/:measure', {
    summary: '公开读取度量 Read a measure as anybody may',
    description:
      '仅限标明公众可读的度量，范围为整个省、市或县，不出现县以下单位。 Only measures the public may read, of a whole province, city or county; no unit below a county is named.',
    permits: 'anyone',
    reach: 'public',
    keptSeconds: 60,
    params: measureParams,
    query: PublicMeasureQuery,
    returns: value(MeasureReading),
    fails: unreadable,
  }),
  exportMeasure: operation('post', '/measures/:measure/export', {
    summary: '导出度量 Export a measure',
    description:
      '与读取相同的各行与合计，附口径、范围与期间；隐去的数为 *。用 files.link 下载，保留七天。 The same lines and total as when it is read, with what they mean, of whom and when; what is held back is an asterisk. Download it by files.link; kept for seven days.',
    scope: 'reporting.read',
    permits: managers,
    reach: 'handedDown',
    params: measureParams,
    body: MeasureExport,
    returns: value(SheetFile),
    fails: [...unreadable, MeasureGroupNotYours],
  }),
  recountMeasures: operation('post', '/measures/recount', {
    summary: '重新计算度量 Recount the measures',
    description:
      '按各事实所计重新加总。结果应无一不同；供查证。 From what each fact counts as. It must change nothing; it is there so that nobody has to take that on trust.',
    scope: 'reporting.write',
    permits: ['systemAdmin'],
    body: z.strictObject({ organisation: Id.describe('范围：该组织及其下级 scope: this organisation and below') }),
    returns: value(MeasureRecount),
    fails: [NotFound],
  }),
};
