import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item, text, value } from '../shapes/shapes.js';
import { AppUnknown } from './apps.js';
import { Consent } from './consents.js';
import { Checklist, OpenedSandbox, Sandbox, SandboxNotYet, sandboxStepNames, SandboxTokenRequired, SandboxUnknown } from './sandbox.js';

const params = z.object({ appId: Id.describe('应用记录标识 id of the app') });
/** What a sandbox token may ask about its own sandbox. */
const own = { scope: 'sandbox.control', permits: ['app'], reach: 'public' } as const;

export const sandboxOperations = {
  openSandbox: operation('post', '/apps/:appId/sandbox', {
    summary: '开通沙箱或更换沙箱密钥 Open the sandbox of an app, or renew its secrets',
    description:
      '同样的地址和范围，一所虚拟学校，标识固定不变。 The same addresses and scopes, with a synthetic school whose ids are always the same.',
    scope: 'identity.write',
    permits: ['vendor'],
    params,
    returns: item(OpenedSandbox),
    fails: [AppUnknown, SandboxNotYet],
  }),

  sandbox: operation('get', '/apps/:appId/sandbox', {
    summary: '查看应用的沙箱 Read the sandbox of an app',
    scope: 'identity.read',
    permits: ['vendor', 'systemAdmin', 'securityAdmin', 'auditAdmin'],
    params,
    returns: item(Sandbox),
    fails: [AppUnknown, SandboxUnknown],
  }),

  mySandbox: operation('get', '/sandbox', {
    summary: '我的沙箱 The sandbox of this token',
    ...own,
    returns: item(Sandbox),
    fails: [SandboxTokenRequired],
  }),

  sandboxChecklist: operation('get', '/sandbox/checklist', {
    summary: '沙箱检查单 The checklist of the sandbox',
    description: '按实际调用自动填写，全部通过方可上架。 Filled by what was really called; an app is listed once all is done.',
    ...own,
    returns: value(Checklist),
    fails: [SandboxTokenRequired],
  }),

  resetSandbox: operation('post', '/sandbox/reset', {
    summary: '重置沙箱 Reset the sandbox',
    description:
      '虚拟学校恢复原样，标识不变；时钟与故障一并清除。 The synthetic school is as it was, with the same ids; clock and faults are cleared.',
    ...own,
    returns: item(Sandbox),
    fails: [SandboxTokenRequired],
  }),

  withdrawSandboxConsent: operation('post', '/sandbox/consent-withdrawal', {
    summary: '在沙箱中撤回一份监护同意 Have a consent withdrawn in the sandbox',
    description:
      '虚拟家长对该应用作出同意并随即撤回：事件、删除请求与正式环境相同。 A guardian of the synthetic school consents and withdraws: with the facts and the deletion request that a real one causes.',
    ...own,
    returns: item(Consent),
    fails: [SandboxTokenRequired],
  }),

  sandboxSeen: operation('post', '/internal/sandbox-seen', {
    summary: '沙箱里做到的检查项 Steps seen done in a sandbox',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ client: text(100), steps: z.array(z.enum(sandboxStepNames)).min(1) }),
  }),
};
