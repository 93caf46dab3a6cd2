import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';

/** 待审核 → 审核通过 | 退回修改 → 待审核. What changes in the papers of an approved vendor is looked at again. */
export const vendorLife = new LifeCycle({
  submit: { from: ['returned'], to: 'pending', by: ['vendor'] },
  amend: { from: ['approved'], to: 'pending', by: ['vendor', 'systemAdmin'] },
  approve: { from: ['pending'], to: 'approved', by: ['systemAdmin'] },
  return: { from: ['pending', 'approved'], to: 'returned', by: ['systemAdmin'] },
});

/** Whose turn it is 在谁手里: nobody waits without knowing for whom. */
export const Desk = z
  .object({
    role: z.enum(['vendor', 'systemAdmin']).describe('由谁办理 role that has it'),
    organisation: Id.describe('所在组织 organisation that has it'),
    since: Instant.describe('自何时起 since when'),
  })
  .meta({ id: 'Desk' });

/** One step that was taken, for whoever asks later how it came about. */
export const Step = z
  .object({
    at: Instant.describe('时间 when'),
    move: z.string().describe('操作 move'),
    role: z.string().describe('操作者身份 role of who made it'),
    organisation: Id.nullable().describe('操作者组织 organisation of who made it'),
    reasons: z.array(z.string()).describe('理由 reasons'),
  })
  .meta({ id: 'Step' });

export const Reasons = z.array(text(500)).min(1).max(20).describe('理由 reasons, one for each thing to mend');

export const vendorPapers = {
  name: text(100).describe('单位全称 full name of the unit'),
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'credit_code.form')
    .nullable()
    .describe('统一社会信用代码 unified social credit code, GB 32100'),
  unitType: z
    .enum(['enterprise', 'publicInstitution', 'school', 'socialOrganisation', 'other'])
    .nullable()
    .describe('单位性质：企业、事业单位、学校、社会组织、其他 kind of unit'),
  legalPerson: text(50).nullable().describe('法定代表人 legal person'),
  registeredDivision: z
    .string()
    .regex(/^\d{6}$/, 'division_code.form')
    .nullable()
    .describe('注册地区划代码 division code of the registered place'),
  registeredPlace: text(200).nullable().describe('注册地址 registered address'),
  contactName: text(50).nullable().describe('联系人 contact'),
  contactPhone: z.string().max(20).nullable().describe('联系电话 phone of the contact'),
  contactEmail: z.email().max(200).nullable().describe('联系邮箱 e-mail of the contact'),
};

export const Vendor = z
  .object({
    ...itemShape,
    organisation: Id.describe('企业的组织标识 the vendor’s organisation'),
    authority: Id.describe('受理的主管部门 the authority it applies to'),
    ...vendorPapers,
    state: z.enum(['pending', 'approved', 'returned']).describe('状态：待审核、审核通过、退回修改 state'),
    missing: z.array(z.string()).describe('还缺的材料 what is missing'),
    desk: Desk.nullable().describe('在谁手里 who has it on the desk; null when nothing is to be done'),
    round: z.int().describe('第几轮 round'),
    reasons: z.array(z.string()).describe('上次退回的理由 why it was returned'),
    history: z.array(Step).describe('经过 steps taken'),
    moves: moves(['submit', 'amend', 'approve', 'return']),
  })
  .meta({ id: 'Vendor' });

export const RegisteredVendor = Vendor.extend({
  account: z
    .object({
      username: z.string().describe('用户名 username'),
      oneTimePassword: z.string().describe('一次性密码，只显示一次 one-time password, shown once'),
    })
    .nullable()
    .describe('首个账号 its first account; null when none was opened'),
}).meta({ id: 'RegisteredVendor' });

/** The unit's public names only: contacts and legal persons are people. */
export const VendorFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  authority: Id,
  state: z.enum(['pending', 'approved', 'returned']),
  missing: z.array(z.string()),
  round: z.int(),
});
export const vendorFacts = facts('identity', 'vendor', VendorFact, {
  registered: '企业已登记 A vendor was registered',
  changed: '企业材料已变更 The papers of a vendor changed',
  submitted: '企业已重新送审 A vendor was submitted again',
  approved: '企业审核通过 A vendor was approved',
  returned: '企业材料退回修改 The papers of a vendor were returned',
});

export const VendorUnknown = refusal('vendor.unknown', 404, { zh: '找不到该企业', en: 'No such vendor' });
export const VendorIncomplete = refusal(
  'vendor.incomplete',
  409,
  { zh: '还缺 {missing}', en: 'Missing: {missing}' },
  z.strictObject({ missing: z.array(z.string()) }),
);
export const VendorNotApproved = refusal('vendor.not_approved', 409, {
  zh: '企业资质尚未审核通过',
  en: 'The vendor has not been approved yet',
});
export const VendorQueueFull = refusal('vendor.queue_full', 409, {
  zh: '待审核的企业过多，请稍后再登记',
  en: 'Too many vendors wait for review; register later',
});
export const VendorHasPapers = refusal('vendor.has_papers', 409, { zh: '该企业已有登记材料', en: 'This vendor has papers already' });
