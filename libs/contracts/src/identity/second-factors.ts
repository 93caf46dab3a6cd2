import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant } from '../shapes/shapes.js';

/** A second factor 动态口令: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for when the phone is gone. */
export const MySecondFactor = z
  .object({
    held: z.boolean().describe('是否已启用动态口令 whether a second factor is set up'),
    since: Instant.nullable().describe('启用时间 since when'),
    recoveryCodesLeft: z.int().describe('剩余恢复码 recovery codes left'),
    required: z.boolean().describe('按规则是否必须 whether the rules ask for one'),
  })
  .meta({ id: 'MySecondFactor' });

/** A fact says that a second factor came or went, never what it is. */
export const SecondFactorFact = z.object({ id: Id, version: z.int(), person: Id, organisation: Id });
export const secondFactorFacts = facts('identity', 'second_factor', SecondFactorFact, {
  begun: '动态口令开始启用 Setting up a second factor began',
  confirmed: '动态口令已启用 A second factor was set up',
  reset: '动态口令已重置 A second factor was reset',
  moved: '动态口令已随账号转入 A second factor passed over with the account',
});

/** What signing in still asks of a person after the first factor: nothing, a code of the second, or to set one up. */
export const SecondFactorStanding = z.enum(['none', 'held', 'required']);

export const SecondFactorRefused = refusal('second_factor.refused', 401, {
  zh: '动态口令不正确或已用过',
  en: 'The code is not right or was used before',
});
export const SecondFactorHeld = refusal('second_factor.held', 409, { zh: '已启用动态口令', en: 'A second factor is set up already' });
export const SecondFactorUnknown = refusal('second_factor.unknown', 404, { zh: '未启用动态口令', en: 'There is no second factor' });
export const SecondFactorOwn = refusal('second_factor.own', 409, {
  zh: '不能重置自己的动态口令，请由上级管理员重置',
  en: 'Nobody resets their own second factor; an administrator above does',
});
