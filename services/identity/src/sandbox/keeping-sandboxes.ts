import {
  appFacts,
  assertThat,
  CLOCK,
  refuse,
  sandboxFacts,
  SandboxNotYet,
  SandboxTokenRequired,
  SandboxUnknown,
  type Call,
  type Clock,
  type RefusalKind,
  type SandboxStep,
} from '@lianxue/contracts';
import { emptyOut, newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { App } from '../apps/app.entity.js';
import { hashSecret, newClientId, newSecret } from '../apps/client-secrets.js';
import { changeable } from '../apps/providing.js';
import { Passwords } from '../people/passwords.js';
import { Revocations } from '../signing-in/revocations.js';
import { OwnCopies } from '../tree/own-copies.js';
import { sandboxSchool } from './sandbox-school.js';
import { Sandbox } from './sandbox.entity.js';
import { Settling } from './settling.js';

/** What is not made in a sandbox but makes it, or was given to it from above. */
const kept = new Set(['organisation_record', 'selection', 'app', 'vendor', 'sandbox', 'sub_platform']);

/** A sandbox just opened, with what is shown this once. */
export interface Opened {
  readonly sandbox: Sandbox;
  readonly clientSecret: string | null;
  readonly password: string;
}

/** Sandboxes 沙箱: opened by the vendor, reset by its program, their checklists filled by what the gateway saw. */
@Injectable()
export class KeepingSandboxes {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly passwords: Passwords,
    private readonly revocations: Revocations,
    private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens it, or gives a vendor that lost its secrets new ones; what it holds is then as at the beginning. */
  async open(appId: string, call: Call): Promise<Opened> {
    const password = this.passwords.oneTime();
    const passwordHash = await this.passwords.hash(password);
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      assertThat(['integrating', 'accepting', 'listed'].includes(app.state), SandboxNotYet);
      const clientSecret = app.public || app.jwks ? null : newSecret();
      const client = await this.client(app, clientSecret, work);
      revoke({ kind: 'client', value: client.clientId });
      await new Settling(client, this.copies, work, this.clock.now()).settle(passwordHash);
      const [there] = await work.all(Sandbox, sql`t.app = ${appId}`, 1);
      const sandbox = there
        ? await work.update(there, sandboxFacts.renewed)
        : await work.insert(this.fresh(app, client), sandboxFacts.opened);
      return { sandbox, clientSecret, password };
    });
  }

  /** The sandbox of the token that asks: such an operation's reach is public, and the token alone says which row it is about. */
  async ofCaller(call: Call): Promise<Sandbox> {
    if (call.caller.sandbox === undefined) throw refuse(SandboxTokenRequired);
    return this.ofApp(call.caller.sandbox, SandboxTokenRequired, call);
  }

  reset(call: Call): Promise<Sandbox> {
    const { sandbox: appId } = call.caller;
    if (appId === undefined) throw refuse(SandboxTokenRequired);
    return this.store.commit(call, async (work) => {
      const [sandbox] = await work.all(Sandbox, sql`t.app = ${appId}`, 1);
      const [client] = await work.all(App, sql`t.sandbox_of = ${appId}`, 1);
      assertThat(sandbox && client, SandboxTokenRequired);
      const settling = new Settling(client, this.copies, work, this.clock.now());
      await settling.settle();
      const tables = this.source.entityMetadatas.map(({ tableName }) => tableName).filter((table) => !kept.has(table));
      await emptyOut({ tables, organisations: [sandbox.county, sandbox.school], fixed: settling.fixed }, work);
      sandbox.resetAt = this.clock.now();
      return work.update(sandbox, sandboxFacts.reset);
    });
  }

  /** What was seen done for the first time. */
  seen(client: string, steps: readonly SandboxStep[], call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const [sandbox] = await work.all(Sandbox, sql`t.client = ${client}`, 1);
      const news = steps.filter((step) => sandbox && !sandbox.done[step]);
      if (!sandbox || news.length === 0) return;
      const now = this.clock.now().toISOString();
      sandbox.done = { ...sandbox.done, ...Object.fromEntries(news.map((step) => [step, now])) };
      await work.update(sandbox, sandboxFacts.advanced);
    });
  }

  one(appId: string, call: Call): Promise<Sandbox> {
    return this.ofApp(appId, SandboxUnknown, call);
  }

  /** The client of the sandbox: the app's own settings, and nothing of its secrets. */
  private async client(app: App, clientSecret: string | null, work: Work): Promise<App> {
    const [there] = await work.all(App, sql`t.sandbox_of = ${app.id}`, 1);
    const { organisation, public: open, grants, redirectUris, postLogoutRedirectUris, backchannelLogoutUri, jwks, profile, papers } = app;
    const scopes = [...new Set([...app.scopes, 'sandbox.control' as const])];
    const settings = {
      organisation,
      public: open,
      grants,
      redirectUris,
      postLogoutRedirectUris,
      backchannelLogoutUri,
      jwks,
      profile,
      papers,
    };
    const secretHash = clientSecret && hashSecret(clientSecret);
    const client = Object.assign(there ?? new App(), settings, {
      scopes,
      secretHash,
      name: `${app.name}（沙箱）`.slice(0, 60),
      state: 'listed' as const,
    });
    if (there) return work.update(client, appFacts.changed);
    return work.insert(
      Object.assign(client, { id: newId(), sandboxOf: app.id, clientId: `sandbox-${newClientId()}` }),
      appFacts.registered,
    );
  }

  private async ofApp(app: string, missing: RefusalKind, call: Call): Promise<Sandbox> {
    const sandbox = await this.store.first(Sandbox, sql`t.app = ${app}`, call);
    if (!sandbox) throw refuse(missing);
    return sandbox;
  }

  private fresh(app: App, client: App): Sandbox {
    const { county, school } = sandboxSchool(app.id);
    const { id, organisation } = app;
    return Object.assign(new Sandbox(), {
      id: newId(),
      organisation,
      app: id,
      client: client.clientId,
      county,
      school,
      resetAt: this.clock.now(),
    });
  }
}
