import { Refusal, TokenInvalid, type AnyOperation, type Caller } from '@lianxue/contracts';
import type { FastifyRequest } from 'fastify';
import { bearerOf } from '../rest/route-request.js';
import type { RequestLimits, Standing } from './request-limits.js';

/** Verifies a token; throws a {@link Refusal} of it. */
export interface Verifying {
  verify(token: string, options: { readonly atEdge: true }): Promise<Caller>;
}

/** Whose call this is, and how much is left to them. */
export interface Admitted {
  readonly standing: Standing;
  /** Absent without a token. */
  readonly caller?: Caller;
  readonly token?: string;
}

/** Counts every call: under its caller where the token is good, else under the address, so that guessing tokens has its limit too. */
export class Admitting {
  constructor(
    private readonly tokens: Verifying,
    private readonly limits: RequestLimits,
  ) {}

  /** Answers the refusal of a token that does not hold. */
  async admit(op: Pick<AnyOperation, 'name' | 'allowance'>, request: FastifyRequest): Promise<Admitted | Refusal> {
    const bearer = bearerOf(request.headers.authorization);
    if (typeof bearer === 'object') {
      try {
        const { token } = bearer;
        const caller = await this.tokens.verify(token, { atEdge: true });
        const [calls] = (caller.kind === 'app' && caller.quota) || [];
        const standing = await (calls ? this.limits.ofApp(caller.client, calls) : this.limits.ofCaller(caller.client, caller.subject));
        return { standing, caller, token };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const standing = await this.limits.ofAddress(op, request.ip);
        return standing.allowed ? error : { standing };
      }
    }
    const standing = await this.limits.ofAddress(op, request.ip);
    return bearer === 'bad' && standing.allowed ? new Refusal(TokenInvalid) : { standing };
  }
}
