import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape } from '../shapes/shapes.js';

/** Rules for passwords: `nist` asks for length alone (SP 800-63B-4), `djbh-l3` for what 等保三级 assessors ask for. */
export const PasswordProfile = z
  .enum(['nist', 'djbh-l3'])
  .describe(
    '密码规则：nist 只看长度，djbh-l3 按等保三级（12 位以上、三类字符、90 天更换） rules for passwords: length alone, or those of 等保三级',
  );

const policyShape = {
  passwords: PasswordProfile,
  administratorsSecondFactor: z
    .enum(['offered', 'required'])
    .describe(
      '管理员动态口令：可选或必须；djbh-l3 下总是必须 second factor of administrators: offered or required; always required under djbh-l3',
    ),
  idleMinutesAdministrators: z
    .int()
    .min(5)
    .max(480)
    .describe('管理员多少分钟不用即退出 minutes after which an idle administrator is signed out'),
  idleMinutesOthers: z.int().min(5).max(720).describe('其他人员多少分钟不用即退出 minutes after which anybody else is signed out'),
};

/** What applies where nobody set anything. */
export const defaultSignInPolicy = {
  passwords: 'nist',
  administratorsSecondFactor: 'offered',
  idleMinutesAdministrators: 15,
  idleMinutesOthers: 30,
} as const satisfies z.output<z.ZodObject<typeof policyShape>>;

export const SignInRules = z.strictObject(policyShape);

/** The rules of one authority or school, for itself and all below that set none of their own. */
export const SignInPolicy = z
  .object({ ...itemShape, organisation: Id.describe('制定规则的组织 the organisation that set it'), ...policyShape })
  .meta({ id: 'SignInPolicy' });

/** The rules that apply at an organisation, and whose they are. */
export const SignInPolicyInForce = z
  .object({
    organisation: Id.describe('组织 the organisation asked about'),
    setBy: Id.nullable().describe(
      '由哪一级制定；未制定时为空，适用默认规则 whose policy applies; null: nobody set one, the defaults apply',
    ),
    ...policyShape,
  })
  .meta({ id: 'SignInPolicyInForce' });

export const SignInPolicyFact = z.object({ id: Id, version: z.int(), organisation: Id, ...policyShape });
export const signInPolicyFacts = facts('identity', 'sign_in_policy', SignInPolicyFact, {
  set: '登录规则已制定 Rules for signing in were set',
});

export const SignInPolicyLaxer = refusal('sign_in_policy.laxer', 409, {
  zh: '不能比上级的规则更宽松',
  en: 'The policy may not be laxer than the one above',
});
