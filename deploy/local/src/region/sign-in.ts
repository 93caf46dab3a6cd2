import * as client from 'openid-client';
import { scopes } from '@lianxue/contracts';
import { Browser } from './browser.js';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** Signs a person in as their browser and an app would: authorization code with PKCE, the platform's own pages. Answers an access token. */
export async function signIn(issuer: string, app: Credentials, person: { username: string; password: string }): Promise<string> {
  const server = await client.discovery(new URL(issuer), app.clientId, app.clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  });
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const start = client.buildAuthorizationUrl(server, {
    redirect_uri: app.redirectUri,
    scope: ['openid', ...Object.keys(scopes)].join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  let tried = false;
  const back = await new Browser().walk(start, app.redirectUri, (fields) => {
    if (!fields.includes('password') || tried) throw new Error(`${person.username} could not sign in`);
    tried = true;
    return { username: person.username, password: person.password };
  });
  const tokens = await client.authorizationCodeGrant(server, back, { pkceCodeVerifier: verifier, expectedState: state });
  return tokens.access_token;
}
