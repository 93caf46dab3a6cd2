import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { Leaf, leafFacts, writing } from './ledger.js';
import { startReplica, type Addresses } from './replica.js';

/** What a writing process is told. */
export interface WriterOrders extends Addresses {
  readonly writers: number;
  /** Rows that all writers fight for. */
  readonly hot: readonly string[];
}

/** A change that was acknowledged: entity and version. */
export type Acknowledged = readonly [entity: string, version: number];

/** A transaction waits so long in its middle, or not at all. */
const longestPauseMs = 200;
const mostChanges = 20;
/** How much of the writing falls on the hot leaves: enough that somebody waits for each of them all the time. */
const hotShare = 0.06;

const upTo = (most: number): number => Math.floor(Math.random() * (most + 1));
const anyOf = <T>(choices: readonly T[]): T => choices[upTo(choices.length - 1)]!;

/** Writes random transactions for ever: new leaves, hot leaves rewritten in any order, own leaves rewritten and torn out. */
class Writer {
  private readonly own: string[] = [];

  constructor(
    private readonly store: Store,
    private readonly hot: readonly string[],
    private readonly acknowledge: (changes: readonly Acknowledged[]) => void,
  ) {}

  async run(): Promise<never> {
    for (;;) {
      try {
        const changes = await this.store.commit(writing(), (work) => this.transaction(work));
        this.acknowledge(changes.filter((change) => change !== undefined));
      } catch (error) {
        // Contention and lost connections are refused; whatever is not a refusal is a fault of the platform.
        if (!(error instanceof Refusal)) throw error;
        await sleep(upTo(50));
      }
    }
  }

  private async transaction(work: Work): Promise<(Acknowledged | undefined)[]> {
    const changes: (Acknowledged | undefined)[] = [];
    const steps = 1 + upTo(mostChanges - 1);
    // Half of the transactions do not wait.
    const pauseAfter = upTo(2 * steps);
    for (let step = 0; step < steps; step++) {
      changes.push(await this.change(work));
      if (step === pauseAfter) await sleep(upTo(longestPauseMs));
    }
    return changes;
  }

  private async change(work: Work): Promise<Acknowledged | undefined> {
    const dice = Math.random();
    if (dice < hotShare) return this.rewrite(work, anyOf(this.hot));
    if (dice < 0.4 || this.own.length === 0) return this.open(work);
    if (dice < 0.9) return this.rewrite(work, anyOf(this.own));
    return this.tear(work);
  }

  private async open(work: Work): Promise<Acknowledged> {
    const leaf = await work.insert(Object.assign(new Leaf(), { organisation: newId(), line: `第 ${upTo(1e6)} 行` }), leafFacts.opened);
    this.own.push(leaf.id);
    return [leaf.id, leaf.version];
  }

  /** Nothing happens to a leaf whose transaction never happened, or that is torn out. */
  private async rewrite(work: Work, id: string): Promise<Acknowledged | undefined> {
    const leaf = await work.one(Leaf, id).catch(missingIsNothing);
    if (!leaf) return undefined;
    leaf.line = `第 ${upTo(1e6)} 行`;
    await work.update(leaf, leafFacts.written);
    return [leaf.id, leaf.version];
  }

  private async tear(work: Work): Promise<Acknowledged | undefined> {
    const leaf = await work.one(Leaf, this.own.splice(upTo(this.own.length - 1), 1)[0]!).catch(missingIsNothing);
    if (!leaf) return undefined;
    await work.remove(leaf, leafFacts.torn);
    return [leaf.id, leaf.version + 1];
  }
}

function missingIsNothing(error: unknown): undefined {
  if (error instanceof Refusal && error.kind.code === 'not_found') return undefined;
  throw error;
}

process.once('message', (orders: WriterOrders) => {
  void startReplica(orders).then(async (replica) => {
    const store = replica.get(Store);
    const acknowledge = (changes: readonly Acknowledged[]) => process.send!(changes, (error: Error | null) => error && process.exit());
    await Promise.all(Array.from({ length: orders.writers }, () => new Writer(store, orders.hot, acknowledge).run()));
  });
});
process.once('disconnect', () => process.exit());
