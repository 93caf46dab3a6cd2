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
  const challenge = challengeOf(problem);
  if (challenge) reply.header('www-authenticate', challenge);
  reply
    .code(problem.status)
    .header('content-language', languageTag[languageOf(request.headers['accept-language'])])
    .header('content-type', problemMediaType)
    .send(Buffer.from(JSON.stringify(problem)));
}
