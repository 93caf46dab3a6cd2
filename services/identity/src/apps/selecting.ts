import {
  AppNotListed,
  AppSuspended,
  AppUnknown,
  assertThat,
  isWithinProfile,
  OrganisationClosed,
  OrganisationUnknown,
  ProfileExceeded,
  refuse,
  ScopesExceeded,
  SelectionHeld,
  selectionLife,
  SelectionUnknown,
  type Call,
  type FieldProfileName,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { Revocations } from '../signing-in/revocations.js';
import { OwnCopies } from '../tree/own-copies.js';
import { App, type ScopeGiven } from './app.entity.js';
import { Selection } from './selection.entity.js';

/** Organisations choose which apps may act for them. */
@Injectable()
export class Selecting {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly revocations: Revocations,
  ) {}

  select(
    { id, organisationId, client, scopes, profile = 'statistics', until }: InputOf<typeof identity.selectApp>,
    call: Call,
  ): Promise<Selection> {
    return this.store.commit(call, async (work) => {
      const organisation = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(organisation.state === 'open', OrganisationClosed);
      const app = await appOf(client, work);
      assertThat(app.state !== 'suspended', AppSuspended);
      assertThat(app.state === 'listed', AppNotListed);
      refuseMore(scopes, app);
      refuseWider(profile, app);
      const selection = Object.assign(new Selection(), {
        id: id ?? newId(),
        organisation: organisationId,
        app: app.id,
        client,
        scopes,
        profile,
        until: until ? new Date(until) : null,
      });
      const held = await work.all(
        Selection,
        sql`t.app = ${app.id} and t.organisation = ${organisationId} and t.state = 'selected' and t.id <> ${selection.id}`,
      );
      assertThat(held.length === 0, SelectionHeld);
      return this.copies.select(
        selection,
        work,
        (existing) => existing.client === client && existing.organisation === organisationId && existing.scopes.join() === scopes.join(),
      );
    });
  }

  change({ selectionId, scopes, profile, until }: InputOf<typeof identity.changeSelection>, call: Call): Promise<Selection> {
    return this.store.commit(call, async (work) => {
      const selection = await work.target(Selection, selectionId, SelectionUnknown);
      selectionLife.after(selection.state, 'end');
      const app = (scopes ?? profile) && (await appOf(selection.client, work));
      if (app && scopes) refuseMore(scopes, app);
      if (app && profile) refuseWider(profile, app);
      Object.assign(selection, scopes && { scopes }, profile && { profile });
      if (until !== undefined) selection.until = until === null ? null : new Date(until);
      return this.copies.changeSelection(selection, work);
    });
  }

  end(selectionId: string, reason: string | undefined, call: Call): Promise<Selection> {
    return this.revocations.commit(call, async (work, revoke) => {
      const selection = await work.target(Selection, selectionId, SelectionUnknown);
      const own = call.caller.organisation === selection.organisation && call.caller.role === 'schoolAdmin';
      Object.assign(selection, { endedBy: own ? 'school' : 'bureau', endReason: reason ?? null });
      revoke(await this.copies.endSelection(selection, work));
      return selection;
    });
  }
}

async function appOf(client: string, work: Work): Promise<App> {
  const [app] = await work.all(App, sql`t.client_id = ${client} and not t.first_party and t.sandbox_of is null`, 1);
  if (!app) throw refuse(AppUnknown);
  return app;
}

function refuseMore(scopes: readonly ScopeGiven[], app: App): void {
  const exceeded = scopes.filter((scope) => !app.scopes.includes(scope));
  assertThat(exceeded.length === 0, ScopesExceeded, { scopes: exceeded });
}

function refuseWider(profile: FieldProfileName, app: App): void {
  assertThat(isWithinProfile(profile, app.profile), ProfileExceeded, { profile: app.profile });
}
