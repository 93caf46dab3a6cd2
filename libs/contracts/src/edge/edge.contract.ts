import { z } from 'zod';
import { contract, operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import { AppUnknown } from '../identity/apps.js';
import { SandboxTokenRequired } from '../identity/sandbox.js';
import { Id, Instant, InstantInput, page, paging, value } from '../shapes/shapes.js';

const own = { scope: 'sandbox.control', permits: ['app'], reach: 'public' } as const;

export const SandboxSettings = z
  .object({
    now: Instant.describe('沙箱里的时间 the time in the sandbox'),
    offsetSeconds: z.int().describe('与平台时间相差的秒数 seconds it is ahead of the platform'),
    fault: z.enum(['429', '503']).nullable().describe('接下来的故障 the fault of the next calls'),
    count: z.int().describe('还有几次 how many calls it still meets'),
    failingDeliveries: z.int().describe('接下来几次事件推送会失败 how many deliveries of events will still fail'),
  })
  .meta({ id: 'SandboxSettings' });

export const NothingExpires = refusal('sandbox.nothing_expires', 409, {
  zh: '没有将要到期的选用',
  en: 'No selection here is going to expire',
});

/** A call of an app that was refused; it names no person. */
const RefusedCall = z
  .object({
    at: Instant.describe('时间 when'),
    operation: z.string().describe('操作 operation'),
    status: z.int().describe('状态码 HTTP status'),
    code: z.string().describe('拒绝代码 code of the refusal'),
    organisation: Id.nullable().describe('涉及的组织 organisation it was about'),
    trace: z.string().describe('追踪号 trace id'),
  })
  .meta({ id: 'RefusedCall' });

/** What the edge itself knows of an app: the clock and the faults of its sandbox, and which of its calls were refused. */
export const edge = contract('edge', {
  sandboxSettings: operation('get', '/sandbox/settings', {
    summary: '沙箱的时钟与故障 The clock and the faults of the sandbox',
    ...own,
    returns: value(SandboxSettings),
    fails: [SandboxTokenRequired],
  }),

  setSandboxClock: operation('put', '/sandbox/clock', {
    summary: '拨动沙箱时钟 Move the clock of the sandbox',
    description:
      '只有沙箱令牌的调用看到这个时间，平台时间不变。 Only calls with a token of the sandbox see this time; that of the platform stays.',
    ...own,
    body: z
      .strictObject({
        at: InstantInput.optional().describe('时间 the time it is to be now'),
        preset: z
          .enum(['now', 'quarterEnd', 'firstOfSeptember', 'expiry'])
          .optional()
          .describe('预设：当前时间、季末最后一小时、九月一日上午八时、选用到期后一分钟 preset moment'),
      })
      .refine(({ at, preset }) => (at === undefined) !== (preset === undefined), 'sandbox_clock.one_of'),
    returns: value(SandboxSettings),
    fails: [SandboxTokenRequired, NothingExpires],
  }),

  setSandboxFaults: operation('put', '/sandbox/faults', {
    summary: '让沙箱出故障 Have the sandbox fail on demand',
    ...own,
    body: z.strictObject({
      fault: z.enum(['429', '503']).nullable().default(null).describe('接下来的调用得到什么 what the next calls are answered'),
      count: z.int().min(0).max(100).default(1).describe('几次 how many calls'),
      failingDeliveries: z.int().min(0).max(100).default(0).describe('接下来几次事件推送会失败 how many deliveries of events will fail'),
    }),
    returns: value(SandboxSettings),
    fails: [SandboxTokenRequired],
  }),

  refusals: operation('get', '/me/refusals', {
    summary: '我最近被拒绝的调用 My last refused calls',
    description: '每个应用保留最近 200 条。 The last 200 of each app are kept.',
    scope: 'identity.read',
    permits: ['app'],
    reach: 'public',
    query: z.object({ limit: paging.limit }),
    returns: page(RefusedCall),
  }),

  appRefusals: operation('get', '/apps/:appId/refusals', {
    summary: '应用最近被拒绝的调用 The last refused calls of an app',
    description:
      '含以人员身份发起的调用与换取令牌；应用暂停或下架后，企业仍可查看。 ' +
      'With those it made for people, and where it asked for tokens; its vendor reads them also while it is suspended or withdrawn.',
    scope: 'identity.read',
    permits: ['vendor', 'systemAdmin', 'securityAdmin', 'auditAdmin'],
    params: z.object({ appId: Id.describe('应用记录标识 id of the app') }),
    query: z.object({ limit: paging.limit }),
    returns: page(RefusedCall),
    fails: [AppUnknown],
  }),
});
