import type { CallAnswer } from '@lianxue/wire';
import type { Voice } from '../facades/owner-calls.js';
import { TurnedAway } from '../facades/turned-away.js';
import { sendStatusInfo, Unanswered, type MinorCode } from './status-info.js';

/** OneRoster’s words for what is not answered. */
export const speaking: Voice = {
  name: 'OneRoster',

  /** Whether it follows the links of a page before, or counts on itself. */
  goesOn({ query }) {
    const { offset, walk } = query as { offset?: unknown; walk?: unknown };
    return walk !== undefined || Number(offset) > 0;
  },

  /** By code, then by status. */
  refused({ status, head, body }: CallAnswer): Unanswered {
    const { code, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts?: Record<string, unknown> };
    const because = (minor: MinorCode, description: string, as?: number) => new Unanswered(minor, description, as, head.retryAfter, code);
    if (code === 'collection.field_unfit') {
      const { field, use } = facts as { field: string; use: string };
      return use === 'sort'
        ? because('invalid_sort_field', `There is no sorting by ${field}`)
        : because('invalid_filter_field', use === 'value' ? `This is no value of ${field}` : `There is no filtering by ${field}`);
    }
    if (code === 'gradebook.unfit') return because('invaliddata', `${String(facts?.['field'])} names nothing that fits here`);
    if (code === 'input.invalid') return because('invaliddata', `These fields are not as they should be: ${fieldsOf(facts)}`);
    if (status === 503 || status === 504) return new Unanswered('server_busy', code, 429, head.retryAfter ?? 1, code);
    const minor = byCode[code] ?? byStatus[status] ?? (status >= 500 ? 'internal_server_error' : 'invaliddata');
    return because(minor, code, status >= 500 ? 500 : status === 409 || status === 400 ? 422 : status);
  },

  send(error, reply) {
    const refusal = error instanceof TurnedAway ? inItsWords(error) : error instanceof Unanswered ? error : undefined;
    sendStatusInfo(reply, refusal ?? new Unanswered('internal_server_error', 'Something went wrong here'));
    return refusal?.code;
  },
};

const minorFor = {
  unauthorised: 'unauthorisedrequest',
  forbidden: 'forbidden',
  busy: 'server_busy',
  fault: 'server_busy',
} as const satisfies Record<TurnedAway['why'], MinorCode>;

const inItsWords = ({ why, message, more: { status, retryAfter, code } }: TurnedAway): Unanswered =>
  new Unanswered(minorFor[why], message, status, retryAfter, code);

const fieldsOf = (facts: Record<string, unknown> | undefined): string =>
  ((facts?.['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer.split('/').at(-1)).join(', ');

const byCode: Readonly<Record<string, MinorCode>> = { 'gradebook.in_use': 'deletefailure', 'gradebook.of_another_app': 'forbidden' };

const byStatus: Readonly<Record<number, MinorCode>> = {
  401: 'unauthorisedrequest',
  403: 'forbidden',
  404: 'unknownobject',
  410: 'unknownobject',
  429: 'server_busy',
};
