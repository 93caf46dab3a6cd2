import type { FastifyReply } from 'fastify';

/** How OneRoster 1.2 names what went wrong, with the status that goes with it. */
const minorCodes = {
  invalid_filter_field: 400,
  invalid_selection_field: 400,
  invalid_sort_field: 400,
  invaliddata: 422,
  unauthorisedrequest: 401,
  forbidden: 403,
  unknownobject: 404,
  deletefailure: 422,
  server_busy: 429,
  internal_server_error: 500,
} as const;

export type MinorCode = keyof typeof minorCodes;

/** A request that is not answered as it was asked. */
export class Unanswered extends Error {
  constructor(
    readonly minor: MinorCode,
    readonly description: string,
    readonly status: number = minorCodes[minor],
    readonly retryAfter?: number,
    /** Under which an app finds it among its refused calls. */
    readonly code: string = minor,
  ) {
    super(description);
  }
}

/** Errors of OneRoster are an `imsx_StatusInfo`, no problem document. */
export function sendStatusInfo(reply: FastifyReply, { minor, description, status, retryAfter }: Unanswered): void {
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  void reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(
      JSON.stringify({
        imsx_codeMajor: 'failure',
        imsx_severity: 'error',
        imsx_description: description,
        imsx_CodeMinor: {
          imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }],
        },
      }),
    );
}
