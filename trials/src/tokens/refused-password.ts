import * as client from 'openid-client';
import { Browser } from '@lianxue/local';
import type { TrialPlatform } from '../trial-platform.js';

/** Opens the sign-in page of the platform's own app and gives a wrong password; it must be refused. */
export async function refusedPassword(platform: TrialPlatform, username: string): Promise<void> {
  const { issuer, clients } = platform.demo;
  const app = clients.find(({ grants }) => grants.includes('authorization_code'))!;
  const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier());
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    response_type: 'code',
    scope: 'openid',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString();
  let tries = 0;
  await new Browser()
    .walk(start, app.redirectUri, () => {
      if (tries++ > 0) throw new Refused();
      return { username, password: 'certainly not this one' };
    })
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
}

class Refused extends Error {}
