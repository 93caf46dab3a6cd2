import {
  AppUnknown,
  ClientUnknown,
  CLOCK,
  identity,
  OrganisationUnknown,
  refuse,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { containing, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { organisationsIn } from '../sandbox/sandbox-school.js';
import { App } from './app.entity.js';
import { appView, clientView, offeredView, selectionView } from './app.view.js';
import { Launching } from './launching.js';
import { Providing, type WithSecret } from './providing.js';
import { Selecting } from './selecting.js';
import { Selection } from './selection.entity.js';

@Controller()
export class AppHandlers {
  constructor(
    private readonly store: Store,
    private readonly providing: Providing,
    private readonly selecting: Selecting,
    private readonly launching: Launching,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(identity.apps)
  apps({ organisation, ...paging }: InputOf<typeof identity.apps>, call: Call) {
    const where = organisation === undefined ? sql`t.sandbox_of is null` : sql`t.sandbox_of is null and t.organisation = ${organisation}`;
    return this.store.page(App, call, { where, ...paging }, (app) => appView(app, call.caller, this.clock.now()));
  }

  @Handles(identity.app)
  async app({ appId }: InputOf<typeof identity.app>, call: Call) {
    return appView(await this.store.one(App, appId, call, AppUnknown), call.caller, this.clock.now());
  }

  @Handles(identity.offeredApps)
  offeredApps({ name, ...paging }: InputOf<typeof identity.offeredApps>, call: Call) {
    const where = name === undefined ? sql`true` : sql`t.name like ${containing(name)}`;
    return this.store.page(App, call, { where, order: [{ column: 'name' }, { column: 'id' }], ...paging }, offeredView);
  }

  @Handles(identity.appSpace)
  appSpace(input: InputOf<typeof identity.appSpace>, call: Call) {
    return this.launching.mine(input, call);
  }

  @Handles(identity.registerApp)
  async registerApp(input: InputOf<typeof identity.registerApp>, call: Call) {
    return withSecretView(await this.providing.register(input, call), call, this.clock.now());
  }

  @Handles(identity.changeApp)
  async changeApp(input: InputOf<typeof identity.changeApp>, call: Call) {
    return appView(await this.providing.change(input, call), call.caller, this.clock.now());
  }

  @Handles(identity.renewSecret)
  async renewSecret(input: InputOf<typeof identity.renewSecret>, call: Call) {
    return withSecretView(await this.providing.renewSecret(input, call), call, this.clock.now());
  }

  @Handles(identity.suspendApp)
  async suspendApp({ appId }: InputOf<typeof identity.suspendApp>, call: Call) {
    return appView(await this.providing.suspend(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.resumeApp)
  async resumeApp({ appId }: InputOf<typeof identity.resumeApp>, call: Call) {
    return appView(await this.providing.resume(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.selections)
  async selections({ organisationId, ...paging }: InputOf<typeof identity.selections>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    return this.store.page(Selection, call, { where: sql`t.organisation = ${organisationId}`, ...paging }, (row) =>
      this.selectionView(row, call),
    );
  }

  @Handles(identity.selectApp)
  async selectApp(input: InputOf<typeof identity.selectApp>, call: Call) {
    return this.selectionView(await this.selecting.select(input, call), call);
  }

  @Handles(identity.changeSelection)
  async changeSelection(input: InputOf<typeof identity.changeSelection>, call: Call) {
    return this.selectionView(await this.selecting.change(input, call), call);
  }

  @Handles(identity.endSelection)
  async endSelection({ selectionId, reason }: InputOf<typeof identity.endSelection>, call: Call) {
    return this.selectionView(await this.selecting.end(selectionId, reason, call), call);
  }

  @Handles(identity.client)
  async client({ clientId }: InputOf<typeof identity.client>, call: Call) {
    const app = await this.store.first(App, sql`t.client_id = ${clientId}`, call);
    if (!app) throw refuse(ClientUnknown);
    const organisations = app.sandboxOf === null ? [] : organisationsIn(app.sandboxOf);
    return clientView(app, organisations);
  }

  private selectionView(row: Selection, call: Call) {
    return selectionView(row, call.caller, this.clock.now());
  }
}

const withSecretView = ({ app, clientSecret }: WithSecret, call: Call, now: Date) => ({ ...appView(app, call.caller, now), clientSecret });
