import { CLOCK, harvestSourceFacts, ownCallOf, resources, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, type Work, Sealer } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { HarvestSourceEntity } from './harvest-source.entity.js';
import { PeerCatalogues, PeerFault, type Peer, type PeerManners, type PeerPage } from './peer-catalogues.js';
import { takeIn } from './taking-in.js';

const everyMs = 5000;
/** Other platforms harvested at the same time: a slow one keeps no other waiting. */
const atOnce = 3;
/** A walk that has got no further for so long was left by a process that died. */
const leaseMs = 5 * 60_000;
const hourMs = 3_600_000;
/** How soon a platform is asked again from which something was taken over: what it takes down is to leave here within minutes, too. */
const watchedMs = 5 * 60_000;
/** Asked again from a little before: what another platform shows late is not missed, and taking a record in twice changes nothing. */
const overlapMs = 10 * 60_000;
const restMs = 60_000;
const longestRestMs = 6 * hourMs;
/** Tombstones that a complete walk leaves, in one transaction. */
const sweptAtOnce = 2000;

/** A harvest as it stands: whoever has claimed it last may write. */
interface Walk {
  readonly source: string;
  readonly attempt: number;
  readonly complete: boolean;
  readonly begun_at: Date | null;
  readonly told_at: Date | null;
  readonly token: string | null;
  readonly since: Date | null;
}

/** Somebody else goes on with this walk, or it was ordered anew. */
class WalkGone extends Error {}

/** Harvests other platforms when they are due, page by page; cut off anywhere, it goes on with the next page. */
@Injectable()
export class HarvestRounds extends Rounds {
  private readonly ending = new AbortController();

  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeerCatalogues) private readonly peers: PeerCatalogues,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await super.beforeApplicationShutdown();
  }

  protected override async round(): Promise<void> {
    await Promise.all(Array.from({ length: atOnce }, () => this.harvestDue()));
  }

  private async harvestDue(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const walk = await this.claim();
      if (!walk) return;
      await this.harvest(walk).catch((error: unknown) => this.broken(walk, error));
    }
  }

  /** Asked without a lock first: mostly nothing is due. */
  private async claim(): Promise<Walk | undefined> {
    const now = this.clock.now();
    const due = sql`select w.source from harvest_walk w join harvest_source s on s.id = w.source where s.state = 'active' and w.due <= ${now} limit 1`;
    if ((await this.store.read(due)).length === 0) return undefined;
    return this.inOwnName(async (work) => {
      const [walk] = await work.query<Walk>(
        `update harvest_walk set under_way = true, attempt = attempt + 1, due = $2, begun_at = case when token is null then $1 else begun_at end
         where source = (select w.source from harvest_walk w join harvest_source s on s.id = w.source
                         where s.state = 'active' and w.due <= $1 order by w.due limit 1 for update of w skip locked) returning *`,
        [now, new Date(now.getTime() + leaseMs)],
      );
      return walk;
    });
  }

  private async harvest(walk: Walk): Promise<void> {
    const [source] = await this.inOwnName((work) => work.all(HarvestSourceEntity, sql`t.id = ${walk.source}`));
    const { address, account, password, set } = source!;
    const peer: Peer = { address, account, password: password && this.sealer.open(password) };
    const over = this.ending.signal;
    const manners = await this.peers.manners(peer, over);
    const complete = walk.complete || walk.since === null || !manners.keepsTombstones;
    const from = complete ? undefined : written(new Date(walk.since.getTime() - overlapMs), manners);
    let toldAt = walk.told_at;
    let token = walk.token ?? undefined;
    do {
      const question = token === undefined ? { from, set: set ?? undefined } : { token };
      const page = await this.peers.page(peer, question, over);
      if (token === undefined) toldAt = page.toldAt;
      token = page.token;
      await this.take(page, toldAt!, { ...walk, complete }, source!);
    } while (token !== undefined);
    if (complete) await this.sweep(walk);
    await this.end(walk, toldAt!, manners);
  }

  private take(page: PeerPage, toldAt: Date, walk: Walk, { organisation }: HarvestSourceEntity): Promise<void> {
    const now = this.clock.now();
    return this.inOwnName(async (work) => {
      await hold(walk, work, {
        ...{ due: new Date(now.getTime() + leaseMs), told_at: toldAt, token: page.token ?? null, complete: walk.complete },
      });
      await takeIn(page.records, { source: walk.source, organisation, seenAt: walk.begun_at!, now }, work);
    });
  }

  /** What a complete walk has not met is no longer there. */
  private async sweep(walk: Walk): Promise<void> {
    await this.inBatches(sweptAtOnce, () =>
      this.inOwnName(async (work) => {
        await hold(walk, work, {});
        const gone = await work.query(
          `update harvested_record set deleted = true, title = null, address = null, elements = '{}', search_text = '', version = version + 1, updated_at = $3
           where id = any(array(select id from harvested_record where source = $1 and not deleted and seen_at < $2 limit ${sweptAtOnce})) returning 1`,
          [walk.source, walk.begun_at, this.clock.now()],
        );
        return gone.length;
      }),
    );
  }

  private end(walk: Walk, toldAt: Date, { keepsTombstones }: PeerManners): Promise<void> {
    return this.inOwnName(async (work) => {
      const [source] = await work.all(HarvestSourceEntity, sql`t.id = ${walk.source}`);
      const now = this.clock.now();
      const isWatched =
        keepsTombstones && (await work.query('select 1 from migrated_resource where source = $1 limit 1', [walk.source])).length > 0;
      const rest = isWatched ? watchedMs : source!.everyHours * hourMs;
      await hold(walk, work, {
        ...{ due: new Date(now.getTime() + rest), under_way: false, failures: 0, complete: false },
        ...{ begun_at: null, told_at: null, token: null, since: toldAt },
      });
      await work.update(Object.assign(source!, { harvestedAt: now, fault: null }), harvestSourceFacts.harvested);
    });
  }

  /** It is tried again later, from the page at which it broke off; one whose token is over begins anew. */
  private async broken(walk: Walk, error: unknown): Promise<void> {
    if (error instanceof WalkGone || this.ending.signal.aborted) return;
    const known = error instanceof PeerFault ? error : undefined;
    if (!known) this.log.error(error);
    await this.inOwnName(async (work) => {
      const [source] = await work.all(HarvestSourceEntity, sql`t.id = ${walk.source}`);
      const [{ failures }] = (await work.query<{ failures: number }>('select failures from harvest_walk where source = $1', [
        walk.source,
      ])) as [{ failures: number }];
      const rest = known?.retryAfterMs ?? Math.min(longestRestMs, restMs * 2 ** failures);
      const isOver = known?.fault === 'token_over';
      await hold(walk, work, {
        ...{ due: new Date(this.clock.now().getTime() + (isOver && failures === 0 ? 0 : rest)), under_way: false, failures: failures + 1 },
        ...(isOver && { token: null }),
      });
      const fault = known && known.fault !== 'token_over' ? known.fault : 'protocol';
      if (source!.fault !== fault) await work.update(Object.assign(source!, { fault }), harvestSourceFacts.changed);
    }).catch((again: unknown) => {
      if (!(again instanceof WalkGone)) throw again;
    });
  }

  private inOwnName<T>(rule: (work: Work) => Promise<T>): Promise<T> {
    return this.store.commit(ownCallOf(resources.changesAfter), rule);
  }
}

/** Something was taken over from this source, and what it says of it counts from now on. */
export const watch = (source: string, now: Date, work: Work) =>
  work.query('update harvest_walk set due = least(due, $2) where source = $1', [source, new Date(now.getTime() + watchedMs)]);

/** First in each transaction: the walk is still ours; and how far it is now. */
async function hold({ source, attempt }: Walk, work: Work, now: Record<string, unknown>): Promise<void> {
  const [held] = await work.query<{ attempt: number }>('select attempt from harvest_walk where source = $1 for update', [source]);
  if (held?.attempt !== attempt) throw new WalkGone();
  const names = Object.keys(now);
  if (names.length === 0) return;
  const assigned = names.map((name, at) => `${name} = $${at + 2}`).join(', ');
  await work.query(`update harvest_walk set ${assigned} where source = $1`, [source, ...Object.values(now)]);
}

const written = (at: Date, { granularity }: PeerManners): string =>
  granularity === 'days' ? at.toISOString().slice(0, 10) : `${at.toISOString().slice(0, 19)}Z`;
