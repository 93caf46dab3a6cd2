import type { DeliveryError } from '@lianxue/contracts';
import { request, type Agent } from 'undici';
import type { z } from 'zod';
import { guardedAgent, type Reachable } from '@lianxue/wire';

/** What came of one attempt. */
export interface Outcome {
  readonly delivered: boolean;
  readonly status: number | null;
  readonly error: z.output<typeof DeliveryError> | null;
}

export interface Parcel {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver answers within this, or it is asked again later. */
const patienceMs = 10_000;
/** What is read of an answer; only its status counts, and a connection that is read to the end can be used again. */
const answerBytes = 64 * 1024;

/** Hands parcels to receivers: no redirect is followed, no address inside is reached, nobody can keep us waiting or reading. */
export class Sending {
  private readonly agent: Agent;

  constructor(reachable: Reachable) {
    this.agent = guardedAgent(reachable, { patienceMs });
  }

  async send(
    { url, headers, body }: Parcel,
    { withinMs = patienceMs, over }: { withinMs?: number; over?: AbortSignal } = {},
  ): Promise<Outcome> {
    const late = AbortSignal.timeout(withinMs);
    const signal = over ? AbortSignal.any([over, late]) : late;
    try {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: this.agent, signal });
      const delivered = answer.statusCode >= 200 && answer.statusCode < 300;
      await answer.body.dump({ limit: answerBytes, signal }).catch(() => undefined);
      return { delivered, status: answer.statusCode, error: delivered ? null : 'status' };
    } catch (error) {
      return { delivered: false, status: null, error: late.aborted ? 'timeout' : reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

function reasonOf(error: unknown): NonNullable<Outcome['error']> {
  const { code = '', cause } = error as { code?: string; cause?: { code?: string } };
  const reason = code || (cause?.code ?? '');
  if (reason === 'ADDRESS_REFUSED') return 'address_refused';
  if (/TIMEOUT|TIMEDOUT/.test(reason)) return 'timeout';
  if (/^(ENOTFOUND|EAI_|EDNS|ENODATA)/.test(reason)) return 'dns';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(reason) ? 'tls' : 'connection';
}
