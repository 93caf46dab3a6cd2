import { dayInBeijing, type Clock, type identity, type InputOf } from '@lianxue/contracts';
import { newId, Rounds } from '@lianxue/persistence';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { accountOf } from './person-account.js';

type Batch = InputOf<typeof identity.noteAppUses>;
type Use = Batch['uses'][number];

/** Counts are sent so often; what this process has not sent when it is killed is lost. */
const everyMs = 5_000;
const batch = 500;
/** What identity cannot take is kept for so many batches, and no more apps and organisations are counted meanwhile than so many. */
const mostBatches = 40;
const mostCounts = batch * mostBatches;

/** Ways in which a person comes to an app; tokens that are renewed are no new use. */
const arrivals: readonly unknown[] = ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'];

/** Counts how often people of an organisation sign in to an app. Who they are is not kept, and sandboxes are not counted. */
export class AppUses extends Rounds {
  private counts = new Map<string, Use>();
  private unsent: Batch[] = [];

  constructor(
    private readonly send: (batch: Batch) => Promise<unknown>,
    private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** Counts what this provider gives out. */
  of(provider: Provider): void {
    provider.on('grant.success', (ctx) => this.notice(ctx));
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await this.goRound();
    await super.beforeApplicationShutdown();
  }

  /** Sent again under its own id, a batch counts once, also when only its answer was lost. */
  protected async round(): Promise<void> {
    const uses = [...this.counts.values()];
    this.counts = new Map();
    for (let from = 0; from < uses.length; from += batch) this.unsent.push({ batch: newId(), uses: uses.slice(from, from + batch) });
    this.unsent = this.unsent.slice(-mostBatches);
    for (let next = this.unsent[0]; next; next = this.unsent[0]) {
      await this.send(next);
      this.unsent = this.unsent.filter((each) => each !== next);
    }
  }

  private notice(ctx: KoaContextWithOIDC): void {
    const { client, params } = ctx.oidc;
    const acting = accountOf(ctx)?.acting;
    if (!client || !acting || client['sandbox'] || !arrivals.includes(params?.['grant_type'])) return;
    const use = { client: client.clientId, organisation: acting.organisation, day: dayInBeijing(this.clock.now()) };
    const key = `${use.client} ${use.organisation} ${use.day}`;
    const uses = (this.counts.get(key)?.uses ?? 0) + 1;
    if (uses > 1 || this.counts.size < mostCounts) this.counts.set(key, { ...use, uses });
  }
}
