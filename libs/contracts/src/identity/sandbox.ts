import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape } from '../shapes/shapes.js';

/** What a vendor's program must have been seen doing in its sandbox before its app is listed 验收. The gateway watches; nobody ticks by hand. */
export const sandboxSteps = {
  token: { zh: '用沙箱令牌成功调用一次', en: 'One call answered with a sandbox token' },
  paging: { zh: '用上一页给出的游标读取列表的下一页', en: 'The next page of a list read by the cursor of the one before' },
  condition: {
    zh: '带 If-Match 变更，或带 If-None-Match 读取并得到 304',
    en: 'A change with If-Match, or a read with If-None-Match answered 304',
  },
  tooMany: { zh: '得到 429 后等满 Retry-After 再试', en: 'After a 429, no call before Retry-After had passed' },
  unavailable: {
    zh: '得到 503 后以同一 Idempotency-Key 重试成功（只读应用：重试同一读取）',
    en: 'After a 503, the same request tried again with the same Idempotency-Key (a reading app: the same read)',
  },
  reach: { zh: '读取 /me/reach，按其结果服务', en: '/me/reach read, to serve those it names' },
  webhook: {
    zh: '收下一次带签名的投递或测试投递，答复 2xx（有 events.read 范围的应用）',
    en: 'A signed delivery or ping answered 2xx (an app with the scope events.read)',
  },
  deletion: {
    zh: '同意撤回后提交删除回执（须征求同意的应用）',
    en: 'A deletion receipt given after a consent was withdrawn (an app that works by consent)',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
export type SandboxStep = keyof typeof sandboxSteps;
export const sandboxStepNames = Object.keys(sandboxSteps) as [SandboxStep, ...SandboxStep[]];

const ChecklistItem = z.object({
  step: z.enum(sandboxStepNames).describe('检查项 step'),
  zh: z.string().describe('要求（中文） what is asked, in Chinese'),
  en: z.string().describe('要求（英文） what is asked, in English'),
  needed: z.boolean().describe('该应用上架是否需要 whether this app is listed only with it'),
  doneAt: Instant.nullable().describe('何时做到 when it was seen done; null when it has not been'),
});

export const Checklist = z
  .object({
    items: z.array(ChecklistItem).describe('检查项 steps'),
    missing: z.array(z.enum(sandboxStepNames)).describe('还缺的 needed steps not done yet'),
    passed: z.boolean().describe('所需各项是否全部通过 whether all that are needed are done'),
  })
  .meta({ id: 'SandboxChecklist' });

const SandboxPerson = z.object({
  id: Id.describe('人员标识，固定不变 id, always the same'),
  role: z.string().describe('身份 role'),
  organisation: Id.describe('所在组织 organisation'),
  username: z.string().nullable().describe('用户名，没有账号则为空 username; null without an account'),
});

export const Sandbox = z
  .object({
    ...itemShape,
    app: Id.describe('应用记录标识 id of the app'),
    clientId: z.string().describe('沙箱应用标识 OAuth client id in the sandbox'),
    county: Id.describe('沙箱县 the synthetic county'),
    school: Id.describe('沙箱学校 the synthetic school'),
    classes: z.array(Id).describe('沙箱班级 its classes'),
    people: z.array(SandboxPerson).describe('沙箱人员 its people'),
    resetAt: Instant.describe('上次重置 when it was last reset'),
    checklist: Checklist.describe('检查单 checklist'),
  })
  .meta({ id: 'Sandbox' });

export const OpenedSandbox = Sandbox.extend({
  clientSecret: z.string().nullable().describe('沙箱密钥，只显示一次 its secret, shown once; null for a public client'),
  password: z.string().describe('沙箱人员共用的密码，只显示一次 the password of all its people, shown once'),
}).meta({ id: 'OpenedSandbox' });

export const SandboxFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  app: Id,
  client: z.string(),
  county: Id,
  school: Id,
  done: z.array(z.string()),
});
export type SandboxFact = z.output<typeof SandboxFact>;
export const sandboxFacts = facts('identity', 'sandbox', SandboxFact, {
  opened: '沙箱已开通 A sandbox was opened',
  renewed: '沙箱密钥已更换 The secrets of a sandbox were renewed',
  reset: '沙箱已重置 A sandbox was reset',
  advanced: '沙箱检查项已做到 A step of a sandbox’s checklist was done',
});

export const SandboxUnknown = refusal('sandbox.unknown', 404, { zh: '该应用没有沙箱', en: 'This app has no sandbox' });
export const SandboxNotYet = refusal('sandbox.not_yet', 409, {
  zh: '应用进入联调后才有沙箱',
  en: 'An app has a sandbox once it is admitted to integration',
});
export const SandboxTokenRequired = refusal('sandbox.token_required', 409, {
  zh: '请用沙箱令牌调用',
  en: 'Call this with a token of the sandbox',
});
