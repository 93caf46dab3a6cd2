import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { organisationKinds } from '../roles.js';
import { Day, Id, itemShape, moves, text } from '../shapes/shapes.js';

export const OrganisationKindCode = z
  .enum(organisationKinds)
  .describe('类别：省、市、县、无区划代码的机构、学校、中心校、校区、教学点、企业 kind of organisation');

export const OrganisationId = Id.describe('组织标识 id of the organisation');

/** 正常 → 撤销 or 已合并. Its codes stay with it: they are never given to another. */
export const organisationStates = ['open', 'closed', 'merged'] as const;
export type OrganisationState = (typeof organisationStates)[number];
export const organisationLife = new LifeCycle<OrganisationState, 'close' | 'merge'>({
  close: { from: ['open'], to: 'closed', by: ['systemAdmin'] },
  merge: { from: ['open'], to: 'merged', by: ['systemAdmin'] },
});

const PlannedMove = z.object({
  parent: Id.describe('新的上级 the new parent'),
  from: Day.describe('生效日期 the first day under the new parent'),
  trouble: z
    .string()
    .nullable()
    .describe('到期未能执行的原因（拒绝代码） why it could not be carried out on its day: the code of the refusal'),
});

const codes = {
  divisionCode: z
    .string()
    .regex(/^\d{6}$/, 'division_code.form')
    .nullable()
    .describe('所在地区划代码 GB/T 2260 code of the division where it stands'),
  schoolCode: z
    .string()
    .regex(/^\d{10}$/, 'school_code.form')
    .nullable()
    .describe('学校（机构）标识码 national school code, 10 digits, never reused'),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'credit_code.form')
    .nullable()
    .describe('统一社会信用代码 unified social credit code, GB 32100'),
  schoolType: z
    .string()
    .regex(/^\d{3}$/, 'school_type.form')
    .nullable()
    .describe('学校办学类型码 school type, GB/T 33782 table 4'),
};

const names = {
  name: text(100).describe('全称 full name'),
  shortName: text(50).nullable().describe('简称 short name'),
};

export const Organisation = z
  .object({
    ...itemShape,
    parent: Id.nullable().describe('隶属 the organisation that manages it; null for the highest'),
    kind: OrganisationKindCode,
    ...names,
    formerNames: z.array(z.string()).describe('曾用名 former names'),
    ...codes,
    state: z.enum(organisationStates).describe('状态：正常、撤销、已合并 state'),
    closedOn: Day.nullable().describe('撤销或合并日期 day it was closed or merged'),
    successor: Id.nullable().describe('并入的组织 the organisation it was merged into'),
    plannedMove: PlannedMove.nullable().describe('计划中的隶属变更 a move that is planned'),
    moves: moves(['close', 'merge']),
  })
  .meta({ id: 'Organisation' });

/** What a fact says of an organisation; feeds every service's copy of the tree. */
export const OrganisationFact = z.object({
  id: Id,
  version: z.int(),
  parent: Id.nullable(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string().nullable(),
  divisionCode: z.string().nullable(),
  schoolCode: z.string().nullable(),
  schoolType: z.string().nullable(),
  state: z.enum(organisationStates),
  successor: Id.nullable(),
});

export const organisationFacts = facts('identity', 'organisation', OrganisationFact, {
  registered: '组织已登记 An organisation was registered',
  changed: '组织信息已变更 An organisation changed',
  moved: '组织隶属已变更 An organisation moved under another parent',
  closed: '组织已撤销 An organisation was closed',
  merged: '组织已并入另一组织 An organisation was merged into another',
});

export const OrganisationUnknown = refusal('organisation.unknown', 404, { zh: '找不到该组织', en: 'No such organisation' });
export const OrganisationClosed = refusal('organisation.closed', 409, { zh: '该组织已撤销', en: 'This organisation is closed' });
export const OrganisationMisplaced = refusal(
  'organisation.misplaced',
  409,
  { zh: '{kind}不能设在{parent}之下', en: 'A {kind} cannot stand below a {parent}' },
  z.strictObject({ kind: z.string(), parent: z.string() }),
);
export const OrganisationCircle = refusal('organisation.circle', 409, { zh: '不能移到自己的下级之下', en: 'It cannot move below itself' });
export const OrganisationUnmergeable = refusal(
  'organisation.unmergeable',
  409,
  { zh: '{kind}不能并入{into}', en: 'A {kind} cannot be merged into a {into}' },
  z.strictObject({ kind: z.string(), into: z.string() }),
);
export const OrganisationTooLarge = refusal(
  'organisation.too_large',
  409,
  {
    zh: '名下有 {rows} 条记录，一次合并至多 {limit} 条，请以后台任务合并（mergers）',
    en: '{rows} rows belong to it, and one commit takes at most {limit}; order the merger as a job (mergers)',
  },
  z.strictObject({ rows: z.int(), limit: z.int() }),
);
export const OrganisationMerging = refusal('organisation.merging', 409, {
  zh: '该组织正在由后台任务合并',
  en: 'A job is merging this organisation already',
});
export const MoveTooLate = refusal(
  'planned_move.too_late',
  409,
  { zh: '{from} 已经过去，变更只能从今天或以后生效', en: '{from} has passed; a move takes effect today or later' },
  z.strictObject({ from: z.string() }),
);
export const PlannedMoveUnknown = refusal('planned_move.unknown', 404, { zh: '没有计划中的隶属变更', en: 'No move is planned' });
export const OrganisationInUse = refusal(
  'organisation.in_use',
  409,
  { zh: '还有 {below} 个下级组织、{people} 名在册人员，不能撤销', en: '{below} organisations and {people} people still belong to it' },
  z.strictObject({ below: z.int(), people: z.int() }),
);
export const CodeTaken = refusal(
  'code.taken',
  409,
  { zh: '代码 {value} 已被使用', en: 'The code {value} is taken' },
  z.strictObject({ field: z.string(), value: z.string() }),
);
export const CodeInvalid = refusal(
  'code.invalid',
  422,
  { zh: '代码 {value} 无效：{reason}', en: 'The code {value} is not valid: {reason}' },
  z.strictObject({
    field: z.string(),
    value: z.string(),
    reason: z.enum(['unknown', 'expired', 'category', 'province', 'check', 'level', 'missing']),
    /** Of an expired division code: the one in use instead. */
    successor: z.string().optional(),
  }),
);
