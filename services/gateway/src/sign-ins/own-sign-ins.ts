import { AllowedAppUnknown, assertThat, inBeijing, roles, SessionUnknown, type Call } from '@lianxue/contracts';
import type { Accounts, Post } from '../oidc/accounts.js';
import type { AppPermissions } from '../oidc/app-permissions.js';
import type { ClientDirectory } from '../oidc/clients.js';
import type { Endings } from '../oidc/endings.js';
import type { SessionSeen, SignInSessions } from '../oidc/sign-in-sessions.js';
import type { OidcState } from '../oidc/state.js';

/** Writes an entry of the audit trail. */
export type Note = (call: Call, what: string, entity: string, details?: Record<string, unknown>) => Promise<void>;

/** What a person sees and ends of their own sign-ins. */
export class OwnSignIns {
  constructor(
    private readonly sessions: SignInSessions,
    private readonly permissions: AppPermissions,
    private readonly state: OidcState,
    private readonly accounts: Accounts,
    private readonly clients: ClientDirectory,
    private readonly endings: Endings,
    private readonly note: Note,
  ) {}

  async list({ caller }: Call) {
    const [sessions, posts] = await Promise.all([this.sessions.of(caller.subject), this.postsOf(caller.subject)]);
    return { items: await Promise.all(sessions.map((session) => this.view(session, posts, caller))) };
  }

  async end(id: string, call: Call): Promise<void> {
    const session = (await this.sessions.of(call.caller.subject)).find((each) => each.id === id);
    assertThat(session, SessionUnknown);
    await this.endOne(session, call);
  }

  async endOthers(call: Call) {
    const others = (await this.sessions.of(call.caller.subject)).filter((session) => !isCurrent(session, call.caller));
    for (const session of others) await this.endOne(session, call);
    return { ended: others.length };
  }

  async apps({ caller }: Call) {
    const [permissions, posts] = await Promise.all([this.permissions.of(caller.subject), this.postsOf(caller.subject)]);
    const items = permissions.map(async ({ client, post, scopes, since }) => ({
      client,
      name: await this.nameOf(client),
      post,
      postName: postName(posts, post),
      scopes: [...scopes],
      since: inBeijing(since),
    }));
    return { items: await Promise.all(items) };
  }

  async withdraw(client: string, call: Call): Promise<void> {
    const { found, grants } = await this.permissions.withdraw(call.caller.subject, client);
    for (const grant of grants) await this.endGrant(grant);
    assertThat(found || grants.length > 0, AllowedAppUnknown);
    await this.note(call, 'sign_in.app_withdrawn', client);
  }

  private async endOne({ uid, id, authorizations }: SessionSeen, call: Call): Promise<void> {
    await this.state.forgetUid('Session', uid);
    for (const { grantId } of Object.values(authorizations)) if (grantId !== undefined) await this.endGrant(grantId);
    await this.sessions.forget(uid);
    await this.endings.tellApps(call.caller.subject, authorizations);
    await this.note(call, 'sign_in.session_ended', id, { apps: Object.keys(authorizations) });
  }

  /** The grant and all that was given with it; access tokens, which nobody stores, end by the revocation. */
  private async endGrant(grant: string): Promise<void> {
    for (const model of ['RefreshToken', 'AuthorizationCode', 'DeviceCode']) await this.state.forgetGrant(model, grant);
    await this.state.forget('Grant', grant);
    this.endings.report(grant);
  }

  private async view(session: SessionSeen, posts: readonly Post[], caller: Call['caller']) {
    const { id, device, methods, signedInAt, lastUsedAt, authorizations } = session;
    const apps = Object.entries(authorizations).map(async ([client, { grantId }]) => {
      const grant = grantId === undefined ? undefined : await this.state.find('Grant', grantId);
      const post = typeof grant?.['post'] === 'string' ? grant['post'] : null;
      return { client, name: await this.nameOf(client), post, postName: post && postName(posts, post) };
    });
    return {
      id,
      device,
      methods: [...methods],
      signedInAt: inBeijing(signedInAt),
      lastUsedAt: inBeijing(lastUsedAt),
      current: isCurrent(session, caller),
      apps: await Promise.all(apps),
    };
  }

  private async postsOf(person: string): Promise<readonly Post[]> {
    return (await this.accounts.holder(person))?.posts ?? [];
  }

  private async nameOf(client: string): Promise<string> {
    return (await this.clients.metadata(client))?.client_name ?? client;
  }
}

/** The grant of the caller's token lives in it. */
const isCurrent = ({ authorizations }: SessionSeen, caller: Call['caller']): boolean =>
  caller.kind === 'person' && caller.signIn !== undefined && Object.values(authorizations).some(({ grantId }) => grantId === caller.signIn);

function postName(posts: readonly Post[], id: string): string | null {
  const post = posts.find((each) => each.id === id);
  return post ? `${roles[post.role].zh} · ${post.organisationName}` : null;
}
