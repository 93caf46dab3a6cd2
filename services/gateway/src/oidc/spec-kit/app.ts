import * as client from 'openid-client';
import type { AuthServer } from './auth-server.js';
import { Browser, type Shown } from './browser.js';

export const redirectUri = 'http://127.0.0.1:9/callback';

/** An app as its vendor would write it, with an independent OpenID client. */
export class AppOf {
  private constructor(
    readonly server: AuthServer,
    readonly config: client.Configuration,
  ) {}

  static async discovering(server: AuthServer, clientId: string, secret?: string): Promise<AppOf> {
    const authentication = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
    const options = { execute: [client.allowInsecureRequests] };
    return new AppOf(server, await client.discovery(new URL(server.issuer), clientId, secret, authentication, options));
  }

  /** Sends a browser to sign in; `tokens` redeems what comes back. */
  async begin(browser = new Browser(this.server.origin), more: Record<string, string> = {}) {
    const verifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const challenge = await client.calculatePKCECodeChallenge(verifier);
    const parameters = {
      redirect_uri: redirectUri,
      scope: 'openid profile resources.read',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...more,
    };
    const shown = await browser.go(client.buildAuthorizationUrl(this.config, parameters).href);
    const tokens = (page: Shown) =>
      client.authorizationCodeGrant(this.config, new URL(page.url), { pkceCodeVerifier: verifier, expectedState: state });
    return { browser, shown, tokens, state, verifier };
  }

  /** The whole way for a person with one post. */
  async signIn(username: string, more: Record<string, string> = {}) {
    const { browser, shown, tokens } = await this.begin(undefined, more);
    const back = await browser.submit(shown, { username, password: 'correct horse battery' });
    return { browser, tokens: await tokens(back) };
  }

  /** A plain request to the token endpoint, for what a well-behaved client does not do. */
  async token(
    fields: Record<string, string>,
    secret?: string,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
    const id = this.config.clientMetadata().client_id;
    const headers: Record<string, string> =
      secret === undefined ? {} : { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
    const body = new URLSearchParams(secret === undefined ? { ...fields, client_id: id } : fields);
    const response = await fetch(`${this.server.issuer}/token`, { method: 'POST', body, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers };
  }
}
