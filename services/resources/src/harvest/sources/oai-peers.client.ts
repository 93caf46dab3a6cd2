import { guardedAgent, Reachable } from '@lianxue/wire';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { request, type Agent } from 'undici';
import { mannersIn, pageIn } from './oai-answer.js';
import { PeerCatalogues, PeerFault, type Peer, type PeerManners, type PeerPage, type PeerQuestion } from './peer-catalogues.js';

/** How long another platform may take over one part, and how large that may be. */
const patienceMs = 60_000;
const mostBytes = 32 * 1024 * 1024;
const longestRetryMs = 6 * 3_600_000;

/** Asks other platforms by HTTP: no redirect is followed, no address inside is reached, nobody can keep us waiting or reading. */
@Injectable()
export class OaiPeers extends PeerCatalogues implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(private readonly reachable: Reachable) {
    super();
    this.agent = guardedAgent(reachable, { patienceMs, mostBytes });
  }

  /** Addresses that this installation allows besides public ones: the same as for webhooks. */
  static ofInstallation(): OaiPeers {
    const allowed = (process.env['LIANXUE_WEBHOOK_ADDRESSES'] ?? '').split(',').map((each) => each.trim());
    return new OaiPeers(new Reachable(allowed.filter(Boolean)));
  }

  override admits(address: string): boolean {
    return this.reachable.admits(address);
  }

  override async manners(peer: Peer, over: AbortSignal): Promise<PeerManners> {
    return mannersIn(await this.ask(peer, { verb: 'Identify' }, over));
  }

  override async page(peer: Peer, question: PeerQuestion, over: AbortSignal): Promise<PeerPage> {
    const asked: Record<string, string> =
      'token' in question
        ? { resumptionToken: question.token }
        : { metadataPrefix: 'oai_dc', ...(question.from && { from: question.from }), ...(question.set && { set: question.set }) };
    return pageIn(await this.ask(peer, { verb: 'ListRecords', ...asked }, over));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  private async ask({ address, account, password }: Peer, query: Record<string, string>, over: AbortSignal): Promise<string> {
    const signal = AbortSignal.any([over, AbortSignal.timeout(2 * patienceMs)]);
    const headers = {
      accept: 'text/xml',
      'user-agent': 'Lianxue',
      ...(account !== null && { authorization: `Basic ${Buffer.from(`${account}:${password ?? ''}`).toString('base64')}` }),
    };
    try {
      const answer = await request(`${address}?${new URLSearchParams(query).toString()}`, { headers, dispatcher: this.agent, signal });
      if (answer.statusCode === 200) return await answer.body.text();
      await answer.body.dump();
      const wait = Number(answer.headers['retry-after']);
      const retryAfterMs = Number.isFinite(wait) && wait > 0 ? Math.min(longestRetryMs, wait * 1000) : undefined;
      const refused = answer.statusCode === 401 || answer.statusCode === 403;
      throw new PeerFault(refused ? 'unauthorised' : 'status', `It answers ${answer.statusCode}`, retryAfterMs);
    } catch (error) {
      throw error instanceof PeerFault ? error : new PeerFault(faultOf(error), (error as Error).message);
    }
  }
}

function faultOf(error: unknown): PeerFault['fault'] {
  const { name, code = '', cause } = error as { name?: string; code?: string; cause?: { code?: string } };
  const why = code || (cause?.code ?? '');
  if (why === 'ADDRESS_REFUSED') return 'address_refused';
  if (why === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too_large';
  return name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(why) ? 'timeout' : 'connection';
}
