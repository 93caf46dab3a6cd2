import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, moves, text } from '../shapes/shapes.js';
import { shelfKeepers } from './life-cycle.js';

/** 举报: what a reader holds against a resource. */
export const reportGrounds = {
  politics: { zh: '政治导向', en: 'Political orientation' },
  harmful: { zh: '不良信息', en: 'Harmful content' },
  science: { zh: '科学性错误', en: 'Wrong in substance' },
  copyright: { zh: '侵权', en: 'Infringes rights' },
  privacy: { zh: '泄露个人信息', en: 'Discloses personal data' },
  broken: { zh: '无法使用', en: 'Cannot be used' },
  other: { zh: '其他', en: 'Other' },
} as const;
const grounds = Object.keys(reportGrounds) as [keyof typeof reportGrounds, ...(keyof typeof reportGrounds)[]];

export const reportStates = ['filed', 'upheld', 'dismissed'] as const;
export type ReportState = (typeof reportStates)[number];
const reportMoves = ['uphold', 'dismiss'] as const;

export const reportLifeCycle = new LifeCycle<ReportState, (typeof reportMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: shelfKeepers },
  dismiss: { from: ['filed'], to: 'dismissed', by: shelfKeepers },
});

export const ReportInput = z.strictObject({
  grounds: z.enum(grounds).describe('举报类型 grounds'),
  words: text(1000).describe('说明 what is wrong'),
});

export const ReportAnswer = z.strictObject({
  decision: z.enum(reportMoves).describe('属实或不属实 upheld or dismissed'),
  answer: text(1000).describe('答复 answer'),
  takeDown: z.boolean().default(false).describe('属实时同时紧急下架 also take the resource down everywhere, when it is upheld'),
});

/** A report as its tier and whoever filed it read it: never who filed it. */
export const ResourceReport = z
  .object({
    ...itemShape,
    organisation: Id.describe('受理单位 organisation that hears it'),
    resource: Id.describe('资源 resource'),
    grounds: z.enum(grounds).describe('举报类型 grounds'),
    words: z.string().describe('说明 what is wrong'),
    status: z.enum(reportStates).describe('状态 state'),
    answer: z.string().nullable().describe('答复 answer'),
    moves: moves(reportMoves),
  })
  .meta({ id: 'ResourceReport' });
export type ResourceReport = z.output<typeof ResourceReport>;

export const ResourceReportFact = ResourceReport.pick({ id: true, organisation: true, resource: true, grounds: true, status: true }).meta({
  id: 'ResourceReportFact',
});
export type ResourceReportFact = z.output<typeof ResourceReportFact>;

export const resourceReportFacts = facts('resources', 'resource_report', ResourceReportFact, {
  filed: '资源被举报 A resource was reported',
  upheld: '举报属实 A report on a resource was upheld',
  dismissed: '举报不属实 A report on a resource was dismissed',
});

export const ReportNotFound = refusal('report.not_found', 404, { zh: '找不到该举报', en: 'There is no such report' });
export const ReportExists = refusal('report.exists', 409, {
  zh: '您对该资源的举报正在处理',
  en: 'Your report on this resource is still being heard',
});
