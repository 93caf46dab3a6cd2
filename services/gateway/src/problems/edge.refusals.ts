import type { Bilingual } from '@lianxue/contracts';

/** What a problem needs to be worded. Wider than a contract's refusal: the edge also says no about HTTP itself. */
export interface Wording {
  readonly code: string;
  readonly status: number;
  readonly title: Bilingual;
}

const wording = (code: string, status: number, zh: string, en: string): Wording => ({ code, status, title: { zh, en } });

/** What the edge itself refuses before any operation is found or called. */
export const RequestMalformed = wording('request.malformed', 400, '请求格式有误', 'The request is malformed');
export const HeaderRepeated = wording('request.header_repeated', 400, '请求头重复：{header}', 'The header {header} is given twice');
export const RouteUnknown = wording('route.unknown', 404, '没有这个地址', 'There is nothing at this address');
export const MethodNotAllowed = wording('method.not_allowed', 405, '此地址不支持 {method}', 'This address does not take {method}');
export const AnswerNotAcceptable = wording(
  'answer.not_acceptable',
  406,
  '无法以所要求的格式提供',
  'Not available in the media type asked for',
);
export const RequestTooSlow = wording('request.too_slow', 408, '请求发送过慢', 'The request took too long to arrive');
export const RangeNotSatisfiable = wording('range.not_satisfiable', 416, '所要的分段超出文件', 'The file has no such range');
export const HeadersTooLarge = wording('request.headers_too_large', 431, '请求头过大', 'The request headers are too large');

export const WallsFull = wording('command_centre.full', 503, '同时打开的大屏太多，请稍后再试', 'Too many walls are open; try again later');

/** Everything that was not foreseen: all detail is in the log under the trace id, none in the answer. */
export const Accident = wording('accident', 500, '系统出错，请稍后再试', 'Something went wrong on our side; try again later');

export const edgeRefusals: readonly Wording[] = [
  RequestMalformed,
  HeaderRepeated,
  RouteUnknown,
  MethodNotAllowed,
  AnswerNotAcceptable,
  RequestTooSlow,
  RangeNotSatisfiable,
  HeadersTooLarge,
  WallsFull,
  Accident,
];
