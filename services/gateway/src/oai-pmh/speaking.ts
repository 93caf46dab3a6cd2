import { TurnedAway } from '../facades/turned-away.js';
import type { Voice } from '../facades/owner-calls.js';

/** OAI-PMH leaves to HTTP whoever may not ask, and when to come again: by 503, which harvesters wait for. */
export const speaking: Pick<Voice, 'name' | 'refused' | 'send'> = {
  name: 'OAI-PMH',

  refused({ status, head, body }) {
    const { code } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string };
    if (status >= 500) return new TurnedAway('busy', code, { code, retryAfter: head.retryAfter ?? 1 });
    return status === 401 ? new TurnedAway('unauthorised', code, { code }) : new TurnedAway('forbidden', code, { code, status });
  },

  send(error, reply) {
    const turned = error instanceof TurnedAway ? error : undefined;
    const { status, retryAfter, code } = turned?.more ?? {};
    if (turned?.why === 'unauthorised') reply.header('www-authenticate', 'Basic realm="OAI-PMH", charset="UTF-8"');
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    void reply
      .code(status ?? (turned ? statusFor[turned.why] : 500))
      .header('content-type', 'text/plain; charset=utf-8')
      .send(`${turned?.message ?? 'Something went wrong here'}\n`);
    return turned && (code ?? turned.why);
  },
};

const statusFor = { unauthorised: 401, forbidden: 403, busy: 503, fault: 503 } as const satisfies Record<TurnedAway['why'], number>;
