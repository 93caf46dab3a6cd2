import {
  appPurposesFacts,
  AppUnknown,
  assertThat,
  BasisReserved,
  PurposesTwice,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { App } from '../apps/app.entity.js';
import { AppPurposes } from './app-purposes.entity.js';

/** Apps declare what they do with people's data, and on which basis. */
@Injectable()
export class Declaring {
  constructor(private readonly store: Store) {}

  declare({ appId, purposes }: InputOf<typeof identity.declarePurposes>, call: Call): Promise<AppPurposes> {
    assertThat(new Set(purposes.map(({ purpose }) => purpose)).size === purposes.length, PurposesTwice);
    return this.store.commit(call, async (work) => {
      const app = await work.one(App, appId, AppUnknown);
      assertThat(!app.firstParty, AppUnknown);
      const [before] = await work.all(AppPurposes, sql`t.app = ${appId}`, 1);
      // A vendor repeats what an authority has said of its app; it does not say so first.
      const isStatutory = (purpose: string) =>
        before?.purposes.some((other) => other.purpose === purpose && other.basis === 'statutory') ?? false;
      const allowed = call.caller.role !== 'vendor' || purposes.every(({ purpose, basis }) => basis === 'consent' || isStatutory(purpose));
      assertThat(allowed, BasisReserved);
      const declared =
        before ?? Object.assign(new AppPurposes(), { id: newId(), organisation: app.organisation, app: appId, client: app.clientId });
      declared.declare(purposes, (before?.version ?? 0) + 1);
      return before ? work.update(declared, appPurposesFacts.declared) : work.insert(declared, appPurposesFacts.declared);
    });
  }
}
