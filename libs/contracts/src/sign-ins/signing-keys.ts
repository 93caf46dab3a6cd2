import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import { Instant, value } from '../shapes/shapes.js';

/** A key that tokens are signed with; its private part is nobody's to read. */
const SigningKey = z
  .object({
    id: z.string().describe('密钥标识 id of the key, as in the key set'),
    algorithm: z.enum(['RS256', 'ES256']).describe('算法 algorithm: RS256 signs ID tokens, ES256 access tokens'),
    state: z
      .enum(['coming', 'signing', 'leaving'])
      .describe('状态：已公布待用、正在签名、不再签名 published to sign later, signing, published only for what it signed'),
    signsFrom: Instant.describe('开始签名的时间 when it begins to sign'),
  })
  .meta({ id: 'SigningKey' });

export const SigningKeysElsewhere = refusal('signing_keys.elsewhere', 409, {
  zh: '令牌密钥由最高一级组织管理',
  en: 'Signing keys are kept by the highest organisation',
});

const keys = value(z.object({ items: z.array(SigningKey).describe('密钥 keys') }));

export const signingKeyOperations = {
  signingKeys: operation('get', '/signing-keys', {
    summary: '令牌密钥 List the keys that sign tokens',
    scope: 'identity.read',
    permits: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    returns: keys,
  }),

  replaceSigningKeys: operation('post', '/signing-keys/replace', {
    summary: '立即更换令牌密钥 Replace the keys that sign tokens',
    description:
      '密钥平时自动更换。怀疑泄露时设 compromised：旧密钥签发的令牌数秒内全部失效，应用须重新取得令牌。 Keys change by themselves. Where one may be known to others, say compromised: every token signed by an old key is refused within seconds, and apps have to ask for new ones.',
    scope: 'identity.write',
    permits: ['systemAdmin', 'securityAdmin'],
    body: z.strictObject({
      compromised: z.boolean().describe('是否疑似泄露 whether somebody else may have one; else old tokens live out their time'),
    }),
    returns: keys,
    fails: [SigningKeysElsewhere],
  }),
};
