import { z } from 'zod';
import { refusal } from './machinery/refusal.js';
import { switchableServices } from './switchable-services.js';

/** One complaint about an input: where (JSON pointer), which rule, in words. */
export const InputFault = z.strictObject({
  pointer: z.string().describe('JSON 指针 JSON pointer of the field'),
  code: z.string().describe('错误代码 code of the broken rule'),
  detail: z.string().describe('说明 explanation'),
});

/** Refusals that any operation may give; operations declare only their own. */
export const InputInvalid = refusal(
  'input.invalid',
  400,
  { zh: '输入有误', en: 'The input is invalid' },
  z.strictObject({ errors: z.array(InputFault) }),
);
export const BodyTooLarge = refusal('input.too_large', 413, { zh: '请求内容过大', en: 'The request is too large' });
export const MediaTypeUnsupported = refusal('input.media_type', 415, { zh: '不支持的内容类型', en: 'This media type is not supported' });
export const TokenMissing = refusal('token.missing', 401, { zh: '请先登录', en: 'Sign in first' });
export const TokenInvalid = refusal('token.invalid', 401, { zh: '登录凭证无效', en: 'The access token is not valid' });
export const TokenExpired = refusal('token.expired', 401, { zh: '登录凭证已过期', en: 'The access token has expired' });
export const TokenRevoked = refusal('token.revoked', 401, { zh: '登录凭证已被撤销', en: 'The access token has been revoked' });
export const RevocationUnknown = refusal('revocation.unknown', 503, {
  zh: '暂时无法核实权限，请稍后再试',
  en: 'Rights cannot be checked just now; try again shortly',
});
export const ScopeMissing = refusal(
  'scope.missing',
  403,
  { zh: '应用未获得授权：{scope}', en: 'The app was not granted {scope}' },
  z.strictObject({ scope: z.string() }),
);
export const RoleNotPermitted = refusal('role.not_permitted', 403, { zh: '当前身份不能执行此操作', en: 'Your role does not permit this' });
export const OrganisationRequired = refusal('organisation.required', 400, {
  zh: '请用 Acting-Organisation 指明组织',
  en: 'Name the organisation in Acting-Organisation',
});
export const NotFound = refusal('not_found', 404, { zh: '找不到', en: 'Not found' });
export const IdTaken = refusal('id.taken', 409, { zh: '该标识已被使用', en: 'This id is taken' });
export const VersionChanged = refusal('version.changed', 412, { zh: '内容已被他人修改，请刷新', en: 'It has changed since you read it' });
export const VersionRequired = refusal('version.required', 428, {
  zh: '请用 If-Match 指明版本',
  en: 'Say which version you saw (If-Match)',
});
export const VersionConflict = refusal('version.conflict', 409, {
  zh: '同时有人在修改，请重试',
  en: 'Someone changed it at the same moment; try again',
});
export const IdempotencyInProgress = refusal('idempotency.in_progress', 409, {
  zh: '同一请求正在处理',
  en: 'The same request is being worked on',
});
export const IdempotencyMismatch = refusal('idempotency.mismatch', 422, {
  zh: '该 Idempotency-Key 已用于不同内容',
  en: 'This Idempotency-Key was used for other content',
});
export const CursorInvalid = refusal('cursor.invalid', 400, { zh: '游标无效', en: 'The cursor is not valid here' });
export const AnswerTooLarge = refusal('answer.too_large', 413, {
  zh: '结果过大，请缩小范围',
  en: 'The answer is too large; narrow the question',
});
export const RateLimited = refusal('rate.limited', 429, { zh: '请求过于频繁', en: 'Too many requests' });
export const ServiceUnavailable = refusal('service.unavailable', 503, { zh: '服务暂不可用', en: 'The service is not available' });
export const OutcomeUnknown = refusal('outcome.unknown', 504, { zh: '等待超时，结果未知', en: 'Timed out; the outcome is unknown' });
export const TimedOut = refusal('timed_out', 504, { zh: '等待超时', en: 'Timed out' });
export const ServiceSwitchedOff = refusal(
  'service.switched_off',
  409,
  { zh: '本地区的平台没有开通此项服务', en: 'The platform of this region does not offer this service' },
  z.strictObject({ service: z.enum(switchableServices), subPlatform: z.uuid() }),
);
