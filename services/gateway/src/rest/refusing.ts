import type { FastifyReply, FastifyRequest } from 'fastify';
import { challengeOf } from '../problems/challenge.js';
import { Accident, type Wording } from '../problems/edge.refusals.js';
import { languageOf, languageTag } from '../problems/language.js';
import { accidentOf, problemMediaType, problemOf, type Problem } from '../problems/problem.js';
import { traceOf } from './trace.js';

export type Facts = Readonly<Record<string, unknown>>;

/** Answers with a refusal, worded for the reader of this request. */
export function refuseRequest(request: FastifyRequest, reply: FastifyReply, wording: Wording, facts: Facts = {}): void {
  sendProblem(request, reply, problemOf(wording, facts, languageOf(request.headers['accept-language']), traceOf(request.id)));
}

/** Answers an accident: nothing of it is told but the trace id. */
export function confessAccident(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, accidentOf(Accident, languageOf(request.headers['accept-language']), traceOf(request.id)));
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  refusedWith.set(reply, problem.code);
  const challenge = challengeOf(problem);
  if (challenge) reply.header('www-authenticate', challenge);
  const answer = () => void reply.send(Buffer.from(JSON.stringify(problem)));
  reply
    .code(problem.status)
    .header('content-language', languageTag[languageOf(request.headers['accept-language'])])
    .header('content-type', problemMediaType);
  if (problem.status !== 413 || !canBeHeardOut(request)) return answer();
  reply.removeHeader('connection');
  request.raw.once('end', answer).resume();
}

const refusedWith = new WeakMap<FastifyReply, string>();

/** The code with which this reply refused; undefined when it did not. */
export const codeOf = (reply: FastifyReply): string | undefined => refusedWith.get(reply);

/** More than this is not listened to: the connection is closed, and its sender may see a reset. */
const mostHeardOut = 16 * 1024 * 1024;

/** A sender who is cut off in the middle of a body reads a reset instead of the answer; a body of known, bearable size is heard out and thrown away. */
function canBeHeardOut({ raw, headers }: FastifyRequest): boolean {
  return !raw.readableEnded && Number(headers['content-length'] ?? Infinity) <= mostHeardOut;
}
