import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Instant, value } from '../shapes/shapes.js';
import { PersonClosed, PersonId, PersonMerged, PersonUnknown, PostNotGrantable } from './people.js';

/** How somebody's mistyped sign-ins stand: where they came from is counted, and never said. */
const SignInLock = z
  .object({
    person: PersonId,
    lockedUntil: Instant.nullable().describe(
      '锁定至何时，现在未锁定则为空 until when some address, or the second factor, has to wait before the next try; null when none has to',
    ),
    everywhere: z
      .boolean()
      .describe('凡未曾由此登录过的地址是否都须等待 whether all addresses have to wait from which this person never signed in before'),
    failures: z.int().describe('最近一日输错的次数，含图片口令 failures within a day, by password or by picture and PIN'),
    addresses: z.int().describe('来自多少个地址 how many addresses they came from'),
    lastFailureAt: Instant.nullable().describe('最近一次 the last of them'),
    secondFactorFailures: z.int().describe('动态口令连续输错的次数 failures of the second factor in a row'),
  })
  .meta({ id: 'SignInLock' });

const params = z.object({ personId: PersonId });

/** A sign-in that has to wait after too many mistakes 账号锁定. */
export const signInLockOperations = {
  signInLock: operation('get', '/people/:personId/sign-in-lock', {
    summary: '查看账号是否锁定 Read whether a sign-in is locked',
    description:
      '锁定最长一分钟，只对输错的地址；曾登录过的地址不受他处影响。 A lock holds for a minute at most and at the address that failed; mistakes elsewhere hold no address back from which the person has signed in.',
    scope: 'identity.read',
    permits: [...administrators, 'rollManager', 'securityAdmin', 'auditAdmin'],
    params,
    returns: value(SignInLock),
    fails: [PersonUnknown, PersonMerged],
  }),

  unlockSignIn: operation('post', '/people/:personId/sign-in-lock/lift', {
    summary: '解锁账号 Unlock a sign-in',
    description:
      '此前输错的次数不再计；密码不变。办理人须有权授予此人在其管辖范围内的岗位。 What was mistyped no longer counts; the password stays. By whoever may give the posts that this person holds within reach.',
    scope: 'identity.write',
    permits: [...administrators, 'rollManager'],
    params,
    returns: value(SignInLock),
    fails: [PersonUnknown, PersonMerged, PersonClosed, PostNotGrantable],
  }),
};
