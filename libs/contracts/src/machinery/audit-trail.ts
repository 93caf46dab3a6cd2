import { z } from 'zod';
import type { Scope } from '../scopes.js';
import { Id, Instant, page, paging, value } from '../shapes/shapes.js';
import { operation } from './operation.js';

/** One line of the audit trail 审计记录: who did what, as whom, when, to which thing. */
export const AuditEntry = z
  .object({
    seq: z.int().describe('序号，服务内递增 number, growing within the service'),
    at: Instant.describe('时间 when'),
    actor: z.string().describe('行为方种类：人员、应用、服务、系统 kind of actor: person, app, service, system'),
    subject: z.string().describe('行为方标识 id of the person, app or service'),
    client: z.string().describe('所用应用 app it was done with'),
    role: z.string().describe('身份 role'),
    organisation: Id.nullable().describe('所在组织 organisation the actor acted for; null for an app or a service that acts for none'),
    operation: z.string().describe('操作 operation'),
    what: z.string().describe('动作 what happened'),
    thing: z.string().nullable().describe('对象种类 kind of thing'),
    entity: z.string().describe('对象标识 id of the thing'),
    version: z.int().nullable().describe('对象版本 version of the thing'),
    details: z.unknown().describe('细节，如原因 details, such as a reason; null without any'),
    trace: z.string().nullable().describe('追踪 trace context of the request'),
    link: z.int().nullable().describe('链上位置 place in the chain; null for the moment before it is chained'),
  })
  .meta({ id: 'AuditEntry' });

export const AuditChain = z
  .object({
    from: z.int().describe('核对起点（不含） checked behind this link'),
    to: z.int().describe('核对终点（含） up to this link'),
    brokenAt: z.int().nullable().describe('第一处不符 first link that does not fit what stands before it; null when all do'),
    whole: z.boolean().describe('是否已核对到末尾 whether the end was reached'),
  })
  .meta({ id: 'AuditChain' });

const auditors = ['auditAdmin'] as const;

/** What every service lets its auditors read 审计; nobody writes it but the commit, and nobody may change it. */
export const auditOf = <S extends 'identity' | 'resources' | 'classrooms' | 'reporting' | 'incidents' | 'activities'>(service: S) => ({
  auditTrail: operation('get', `/audit/${service}` as '/audit', {
    summary: '审计记录 List audit entries',
    description:
      'Newest first: what was done by those who act at or below the auditor’s organisation, and by apps and services to what belongs there. A page looks through a bounded stretch of the trail, so it may hold few entries or none and still have a `next`.',
    scope: `${service}.read` as Scope,
    permits: auditors,
    query: z.object({
      subject: z.string().max(100).optional().describe('行为方标识 id of who did it'),
      operation: z.string().max(100).optional().describe('操作 operation'),
      entity: z.string().max(100).optional().describe('对象标识 id of the thing'),
      from: Instant.optional().describe('自 from'),
      to: Instant.optional().describe('至（不含） before'),
      ...paging,
    }),
    returns: page(AuditEntry),
  }),
  auditChain: operation('get', `/audit/${service}/chain` as '/audit/chain', {
    summary: '核对审计链 Check the chain of the audit trail',
    description: 'Holds up to 20,000 entries to their hashes; asked again with `after` set to the last `to`, it goes on from there.',
    scope: `${service}.read` as Scope,
    permits: auditors,
    query: z.object({ after: z.coerce.number().int().min(0).default(0).describe('从此位置之后核对 check behind this link') }),
    returns: value(AuditChain),
  }),
});
