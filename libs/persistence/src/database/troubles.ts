import { InputInvalid, Refusal, ServiceUnavailable, VersionConflict, refuse } from '@lianxue/contracts';

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly message: string;
}

/** Says no for now: a lock not got in time, a statement cancelled, no connection left, the disk full, the server going down or read-only. */
const passing = new Set(['55P03', '57014', '25P03', '25P04', '25006', '53100', '53200', '53300', '57P01', '57P02', '57P03', '57P05']);

/** How the driver and the operating system report a lost or unreachable server. */
const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '25P04',
]);
const lostMessages =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

const codeOf = (error: unknown): string => (error as DatabaseError | undefined)?.code ?? '';

/** The connection is gone or of no use any more. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return lostCodes.has(code) || code.startsWith('08') || lostMessages.test((error as Error | undefined)?.message ?? '');
}

/** Two transactions stood in each other's way; running the rule again may succeed. */
export const isContention = (error: unknown): boolean => codeOf(error) === '40001' || codeOf(error) === '40P01';

/** A statement was cancelled because it took too long; also when it already was made a refusal. */
export const tookTooLong = (error: unknown): boolean => codeOf((error as Error | undefined)?.cause ?? error) === '57014';

/** A unique, exclusion, foreign-key or check constraint of this name was violated. For a rule that words it as its own refusal. */
export function violates(error: unknown, constraint: string): boolean {
  return codeOf(error).startsWith('23') && (error as DatabaseError).constraint === constraint;
}

/** An error of the database as its caller should hear it: bad input and passing trouble are refusals, all else stays an accident. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (isLost(error) || passing.has(code)) return withCause(refuse(ServiceUnavailable), error);
  if (isContention(error)) return withCause(refuse(VersionConflict), error);
  // Class 22 is data that PostgreSQL cannot store: NUL, lone surrogates, numbers and days out of range.
  if (code.startsWith('22'))
    return withCause(
      refuse(InputInvalid, {
        errors: [{ pointer: '', code: 'value.unstorable', detail: '含有无法保存的内容 contains a value that cannot be stored' }],
      }),
      error,
    );
  return error;
}

const withCause = (refusal: Refusal, cause: unknown): Refusal => Object.assign(refusal, { cause });
