import {
  AppUnknown,
  refuse,
  SubscriptionUnknown,
  VersionChanged,
  type Call,
  type InputOf,
  type Page,
  type subscriptions,
} from '@lianxue/contracts';
import { sql, Store, type Sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { SubscriptionRecord } from './subscription.entity.js';

/** Who provides an app; identity knows. */
export abstract class Providers {
  /** The organisation that provides the app; undefined when there is no such app. */
  abstract organisationOf(client: string): Promise<string | undefined>;
}

/** Whose subscriptions a caller may meet: an app its own, people those of the apps that organisations in their reach provide. */
@Injectable()
export class Owning {
  constructor(
    private readonly store: Store,
    private readonly providers: Providers,
  ) {}

  /** A condition over a subscription `t`; asked for before a transaction, since it may have to ask identity. */
  async owned(call: Call): Promise<Sql> {
    return call.caller.kind === 'app' ? sql`t.client = ${call.caller.client}` : this.store.reachOf(SubscriptionRecord, call);
  }

  async one(subscription: string, call: Call): Promise<SubscriptionRecord> {
    const row = await this.store.first(SubscriptionRecord, sql`t.id = ${subscription} and ${await this.owned(call)}`, unbounded(call));
    if (!row) throw refuse(SubscriptionUnknown);
    return row;
  }

  async page({ client, ...paging }: InputOf<typeof subscriptions.subscriptions>, call: Call): Promise<Page<SubscriptionRecord>> {
    const where = sql`${await this.owned(call)} and ${client === undefined ? sql`true` : sql`t.client = ${client}`}`;
    return this.store.page(SubscriptionRecord, unbounded(call), { where, ...paging }, (row) => row);
  }

  /** Runs a rule on one that the caller may meet, of the version they saw; locked until the commit. */
  async change<T>(subscription: string, call: Call, rule: (row: SubscriptionRecord, work: Work) => Promise<T>): Promise<T> {
    const owned = await this.owned(call);
    return this.store.commit(call, async (work) => {
      const [row] = await work.all(SubscriptionRecord, sql`t.id = ${subscription} and ${owned}`);
      if (!row) throw refuse(SubscriptionUnknown);
      if (call.ifMatch !== undefined && call.ifMatch !== '*' && call.ifMatch !== row.version) throw refuse(VersionChanged);
      return rule(row, work);
    });
  }

  async provider(client: string): Promise<string> {
    const organisation = await this.providers.organisationOf(client);
    if (!organisation) throw refuse(AppUnknown);
    return organisation;
  }
}

/** The condition of {@link Owning.owned} is all of the reach: the one of the caller's selections would hide an app's own subscriptions from it. */
const unbounded = (call: Call): Call =>
  call.caller.kind === 'app' ? { ...call, caller: { ...call.caller, kind: 'service', role: 'service', organisation: undefined } } : call;
