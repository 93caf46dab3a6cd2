import * as client from 'openid-client';
import { Browser } from '@lianxue/local';

/** An app's registration as the story knows it. */
export interface KnownClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface KnownPerson {
  readonly username: string;
  readonly password: string;
  /** Entered when the page asks for a new password. */
  readonly nextPassword?: string;
  /** The post to act in, when there are several. */
  readonly post?: string;
}

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: number;
}

const servers = new Map<string, Promise<client.Configuration>>();

function server(issuer: string, { clientId, clientSecret }: { clientId: string; clientSecret: string }): Promise<client.Configuration> {
  const key = `${issuer} ${clientId} ${clientSecret}`;
  let found = servers.get(key);
  if (!found)
    servers.set(
      key,
      (found = client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute: [client.allowInsecureRequests] })),
    );
  return found;
}

/** Signs a person in through the platform's own pages: authorization code with PKCE, forms filled as a browser would. */
export async function signInPerson(issuer: string, app: KnownClient, person: KnownPerson, scope: string): Promise<SignedIn> {
  const configuration = await server(issuer, app);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const start = client.buildAuthorizationUrl(configuration, {
    redirect_uri: app.redirectUri,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(person.post && { acting_post: person.post }),
  });
  let tries = 0;
  const back = await new Browser().walk(start, app.redirectUri, (fields, page) => {
    if (++tries > 4)
      throw new Error(
        `${person.username} cannot sign in: ${page
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .slice(0, 300)}`,
      );
    if (fields.includes('next')) return newPassword(fields, person);
    return { username: person.username, password: person.password };
  });
  return read(await client.authorizationCodeGrant(configuration, back, { pkceCodeVerifier: verifier, expectedState: state }));
}

/** A program's token by client credentials. */
export async function signInApp(issuer: string, app: { clientId: string; clientSecret: string }): Promise<SignedIn> {
  return read(await client.clientCredentialsGrant(await server(issuer, app)));
}

function newPassword(fields: readonly string[], { password, nextPassword }: KnownPerson): Record<string, string> {
  if (!nextPassword) throw new Error('the page asks for a new password, and none was thought of');
  return Object.fromEntries(
    fields.flatMap((field) =>
      field === 'current' ? [[field, password]] : ['next', 'again', 'repeat'].includes(field) ? [[field, nextPassword]] : [],
    ),
  );
}

const read = ({ access_token, expires_in = 0 }: client.TokenEndpointResponse): SignedIn => ({
  token: access_token,
  expiresAt: Date.now() + expires_in * 1000,
});
