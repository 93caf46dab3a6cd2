import { Injectable } from '@nestjs/common';
import { BodyTooLarge } from '@lianxue/contracts';
import { Calls, deadlineOf, refusedAnswer, type CallAnswer, type CallRequest } from '../calls/call.js';
import { maxBodyBytes } from '../calls/heads.js';
import type { Dispatcher } from './dispatcher.js';

/** Calls operations that this very process serves, through the same checks as over NATS. */
@Injectable()
export class LocalCalls extends Calls {
  constructor(private readonly dispatcher: Dispatcher) {
    super();
  }

  async call({ operation, body = '', ...head }: CallRequest): Promise<CallAnswer> {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    if (bytes.byteLength > maxBodyBytes) return refusedAnswer(BodyTooLarge);
    const deadline = deadlineOf({ operation, ...head }, Date.now());
    const answer = await this.dispatcher.serve({ ...head, operation: operation.name, deadline }, bytes);
    return { ...answer, body: typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body };
  }
}
