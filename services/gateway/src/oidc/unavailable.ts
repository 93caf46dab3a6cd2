import { errors } from 'oidc-provider';

/** Something behind us does not answer: no fault of the app, so it is told to come again. */
export function unavailable(cause: unknown): Error {
  const error = new errors.TemporarilyUnavailable('the platform is recovering; try again shortly', { cause });
  return Object.assign(error, { status: 503, statusCode: 503, expose: true });
}
