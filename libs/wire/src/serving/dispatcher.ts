import { Injectable, Logger } from '@nestjs/common';
import {
  AnswerTooLarge,
  atShiftedTime,
  platformRefusals,
  Refusal,
  refuse,
  ServiceUnavailable,
  type AnyOperation,
  type Call,
} from '@lianxue/contracts';
import { isRead, refusedAnswer } from '../calls/call.js';
import { maxAnswerBytes, type CallHead } from '../calls/heads.js';
import type { TokenVerifier } from '../tokens/token-verifier.js';
import type { Revocations } from '../tokens/revocations.js';
import { answerOf, type Answer } from './answer.js';
import { rememberToken } from './call-of.js';
import { actingAt, idempotencyKeyOf, traceOf, versionSeen } from './conditions.js';
import type { Handling } from './handling.js';
import { refusalToTry } from './may-try.js';

const platformCodes = new Set(platformRefusals.map(({ code }) => code));

/** Serves one call, wherever it came from: who asks, may they try, is the input right; then the handler. */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger('Calls');

  constructor(
    private readonly handling: Handling,
    private readonly verifier: TokenVerifier,
    private readonly revocations: Revocations,
  ) {}

  /** Always answers: a refusal as `{ code, facts }`, an accident as status 500 without detail. */
  async serve(head: Omit<CallHead, 'id'>, body: Uint8Array): Promise<Answer> {
    try {
      return await this.run(head, body);
    } catch (error) {
      if (error instanceof Refusal) return this.refused(head, error);
      this.log.error({ msg: 'accident', operation: head.operation, traceparent: traceOf(head.traceparent), err: error });
      return { status: 500, head: {}, body: '{"code":"accident"}' };
    }
  }

  /** A refusal is a promise of the contract; one that nobody declared is a fault of ours, though the caller learns of it all the same. */
  private refused({ operation }: Pick<CallHead, 'operation'>, { kind, facts }: Refusal): Answer {
    const served = this.handling.of(operation)?.operation;
    if (served && !platformCodes.has(kind.code) && !served.fails?.some(({ code }) => code === kind.code))
      this.log.error({ msg: 'undeclared refusal', operation, code: kind.code });
    return refusedAnswer(kind, facts);
  }

  private async run(head: Omit<CallHead, 'id'>, body: Uint8Array): Promise<Answer> {
    const served = this.handling.of(head.operation);
    // Not ours: the sender is newer or older than this process.
    if (!served) throw refuse(ServiceUnavailable);
    const { operation } = served;
    const call = await this.callOf(operation, head);
    const input = served.input.read(head, body);
    const shift = call.caller.sandbox === undefined ? 0 : (head.clockShift ?? 0);
    const result = await atShiftedTime(shift, () => served.handle(input, Object.assign(call, { input })));
    const answer = answerOf(operation, result, head.params);
    if (Buffer.byteLength(answer.body) > maxAnswerBytes) throw refuse(AnswerTooLarge);
    return answer;
  }

  /** The call before its input is read: nobody learns from a fault list what they may not try. */
  private async callOf(operation: AnyOperation, head: Omit<CallHead, 'id'>): Promise<Call> {
    const { token, language = 'zh', deadline } = head;
    const verified = this.verifier.known(token) ?? (await this.verifier.verify(token));
    const refusal = refusalToTry(operation, verified);
    if (refusal) throw refusal;
    if (!isRead(operation)) this.revocations.assertKnownFor(verified);
    const caller = actingAt(verified, operation, head);
    const call: Call = {
      caller,
      operation,
      input: undefined,
      idempotencyKey: idempotencyKeyOf(operation, caller, head.idempotencyKey, language),
      ifMatch: versionSeen(operation, head.ifMatch, language),
      deadline,
      language,
      traceparent: traceOf(head.traceparent),
    };
    rememberToken(call, token);
    return call;
  }
}
