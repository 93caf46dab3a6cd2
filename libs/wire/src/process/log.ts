import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The process's log: one JSON line each on standard output. Errors keep type, message, code and stack; never values of a row. */
export function logOf(service: string): Logger {
  return pino({ level: process.env.LIANXUE_LOG_LEVEL ?? 'info', base: { service }, serializers: { err: tellingOf } });
}

/** Database errors carry the offending row in `detail` and `parameters`: those stay out of the log. */
export function tellingOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  const cause = error.cause === undefined ? undefined : tellingOf(error.cause);
  return { type: name, message, ...(typeof code === 'string' ? { code } : {}), stack, ...(cause ? { cause } : {}) };
}

type Level = 'info' | 'warn' | 'error' | 'debug' | 'trace' | 'fatal';

/** Where Nest tells what it puts together: of interest to who works on that alone. */
const assembly = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory', 'NestMicroservice', 'NestApplication']);

/** Nest's logger written by pino. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(assembly.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest appends the context as the last string; before it may stand a stack or an error. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const error = [message, ...rest].find((each) => each instanceof Error);
    const stack = rest.slice(0, context === undefined ? undefined : -1).find((each) => typeof each === 'string');
    const facts = { context, ...(error ? { err: error } : {}), ...(stack && !error ? { stack } : {}) };
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) return this.log_[level]({ ...facts, ...message });
    this.log_[level](facts, message instanceof Error ? message.message : String(message));
  }
}
