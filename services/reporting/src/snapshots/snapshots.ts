import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  PeriodNotFound,
  refuse,
  snapshotFacts,
  SnapshotNotFound,
  SnapshotUnchanged,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
  type SnapshotCheck,
  type SnapshotContent,
} from '@lianxue/contracts';
import { newId, render, sql, Store, type Sql, type Work } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { PeriodReading } from '../figures/period-reading.js';
import { approvedThen, contentOf, differences, expectedNow, hashOf, sumsThen, type FrozenPeriod } from './counting-again.js';
import { Snapshot } from './snapshot.entity.js';

type Ask = <R>(statement: Sql) => Promise<R[]>;

/** Differences told at most. */
const mostTold = 200;

/** Freezes the figures of a period, and counts them again. */
@Injectable()
export class Snapshots {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The period's row is locked meanwhile, so that no approval comes between. */
  take({ id = newId(), periodId, purpose }: InputOf<typeof reporting.takeSnapshot>, call: Call): Promise<Snapshot> {
    return this.store.commit(call, async (work) => {
      const period = await work.target(Period, periodId, PeriodNotFound);
      const { snapshot, isNew } = await this.takeWithin(period, id, purpose, work);
      if (!isNew && snapshot.id !== id) throw refuse(SnapshotUnchanged, { snapshot: snapshot.id, number: snapshot.number });
      return snapshot;
    });
  }

  /** As {@link take}, of a period whose row is locked; where nothing has changed since the latest, that is the answer. */
  async takeWithin(period: Period, id: string, purpose: string, work: Work): Promise<{ snapshot: Snapshot; isNew: boolean }> {
    const [latest] = await work.all(
      Snapshot,
      sql`t.period = ${period.id} and t.number = (select max(number) from snapshot where period = ${period.id})`,
    );
    if (latest?.id === id) return { snapshot: latest, isNew: false };
    const place = await placeOf(period.id, work);
    const content = await this.count(period, place.upTo, askWithin(work));
    const hash = hashOf(content);
    if (latest?.hash === hash) return { snapshot: latest, isNew: false };
    const snapshot = Object.assign(new Snapshot(), {
      id,
      organisation: period.organisation,
      period: period.id,
      number: (latest?.number ?? 0) + 1,
      replaces: latest?.id ?? null,
      form: period.form,
      formNumber: place.formNumber,
      unitsAsOf: place.asOf,
      purpose,
      hash,
      upTo: place.upTo,
      content,
      frozenAt: this.clock.now(),
    });
    return { snapshot: await work.insert(snapshot, snapshotFacts.taken), isNew: true };
  }

  async check(snapshotId: string, call: Call): Promise<SnapshotCheck> {
    const snapshot = await this.store.one(Snapshot, snapshotId, call, SnapshotNotFound);
    const [period] = await this.store.read<FrozenPeriod>(
      sql`select id, organisation, data_set as "dataSet", form from period where id = ${snapshot.period}`,
    );
    const again = await this.count(period!, snapshot.upTo, (statement) => this.store.scan(statement));
    const differing = differences(snapshot.content, again);
    const [later] = await this.store.read(
      sql`select 1 from contribution where period = ${period!.id} and (seq > ${snapshot.upTo}::bigint or replaced_by > ${snapshot.upTo}::bigint) limit 1`,
    );
    return {
      snapshot: snapshot.id,
      reproduced: differing.length === 0,
      untouched: hashOf(snapshot.content) === snapshot.hash,
      differing: differing.slice(0, mostTold),
      current: !later,
    };
  }

  private async count(period: FrozenPeriod, upTo: string, ask: Ask): Promise<SnapshotContent> {
    const form = (await this.reading.formsOf([period.form])).get(period.form)!;
    return contentOf(form, await ask(sumsThen(period, upTo)), await ask(approvedThen(period, upTo)), await ask(expectedNow(period)));
  }
}

const askWithin =
  (work: Work): Ask =>
  <R>(statement: Sql) => {
    const { text, values } = render(statement);
    return work.query<R>(text, values);
  };

/** What a snapshot of now rests on. */
async function placeOf(period: string, work: Work): Promise<{ upTo: string; formNumber: number; asOf: string | null }> {
  const [place] = await work.query<{ upTo: string; formNumber: number; asOf: string | null }>(
    `select (select coalesce(max(greatest(seq, coalesce(replaced_by, 0))), 0)::text from contribution where period = $1) as "upTo",
       f.number as "formNumber", (select as_of::text from settlement where period = $1) as "asOf"
     from period p join form f on f.id = p.form where p.id = $1`,
    [period],
  );
  return place!;
}
