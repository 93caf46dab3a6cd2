import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { AppOf, redirectUri } from './spec-kit/app.js';
import { Browser } from './spec-kit/browser.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const secret = 'a secret that the platform made itself';
/** Twenty things, four at a time: more would only try how many sockets a laptop has. */
const rounds = 5;
const together = 4;
const tries = 50;
/** Three thousand requests, on a machine that may be doing other things. */
const patienceMs = 120_000;

/** Tries each thing many times at once, and says how often each succeeded. */
async function successes<T>(things: readonly T[], attempt: (thing: T) => Promise<{ status: number }>): Promise<number[]> {
  const succeeding = async (thing: T) => {
    const answers = await Promise.all(Array.from({ length: tries }, () => attempt(thing)));
    expect(new Set(answers.map(({ status }) => status).filter((status) => ![200, 400, 401].includes(status)))).toEqual(new Set());
    return answers.filter(({ status }) => status === 200).length;
  };
  return Promise.all(things.map(succeeding));
}

async function inRounds(round: () => Promise<number[]>): Promise<void> {
  for (let count = 0; count < rounds; count++) expect(await round()).toEqual(Array.from({ length: together }, () => 1));
}

/** Apps whose people are signed in, so that each has a code of its own. */
async function codes() {
  const app = await AppOf.discovering(world.server, world.accounts.app(`app-${randomUUID()}`, { secret }).clientId, secret);
  const { username } = world.accounts.person(randomUUID(), [post('teacher', '一小')]);
  const issued = [];
  for (let count = 0; count < together; count++) {
    const { browser, shown, verifier } = await app.begin(new Browser(world.server.origin));
    const back = await browser.submit(shown, { username, password: 'correct horse battery' });
    issued.push({ app, code: new URL(back.url).searchParams.get('code')!, verifier });
  }
  return issued;
}
type Issued = Awaited<ReturnType<typeof codes>>[number];
const redeem = ({ app, code, verifier }: Issued) =>
  app.token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }, secret);
const refresh = ({ app, token }: { app: AppOf; token: string }) => app.token({ grant_type: 'refresh_token', refresh_token: token }, secret);

describe(`of ${tries} tries at once with each of ${rounds * together}`, () => {
  it('authorization codes, one succeeds', () => inRounds(async () => successes(await codes(), redeem)), patienceMs);

  it(
    'refresh tokens, one succeeds, and the whole sign-in ends',
    async () => {
      await inRounds(async () => {
        const tokens = (await codes()).map(async (issued) => ({
          app: issued.app,
          token: (await redeem(issued)).body['refresh_token'] as string,
        }));
        return successes(await Promise.all(tokens), refresh);
      });
      expect(world.accounts.revoked.filter(({ kind }) => kind === 'session').length).toBeGreaterThanOrEqual(rounds * together);
    },
    patienceMs,
  );

  it(
    'signed assertions, one succeeds',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'k1' }] };
      const { clientId } = world.accounts.app(`signer-${randomUUID()}`, {
        public: false,
        jwks,
        grants: ['client_credentials'],
        redirectUris: [],
      });
      const app = await AppOf.discovering(world.server, clientId);
      const claims = { iss: clientId, sub: clientId, aud: world.server.issuer };
      const signed = () =>
        new SignJWT({ ...claims, jti: randomUUID() })
          .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(privateKey);
      const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
      const use = (client_assertion: string) => app.token({ grant_type: 'client_credentials', client_assertion, client_assertion_type });
      await inRounds(async () => successes(await Promise.all(Array.from({ length: together }, signed)), use));
    },
    patienceMs,
  );
});

describe('a refresh token used again later', () => {
  it('ends all that came from the same sign-in, and identity hears of it', async () => {
    const [issued] = await codes();
    const { app } = issued!;
    const first = (await redeem(issued!)).body;
    const second = (await refresh({ app, token: first['refresh_token'] as string })).body;
    expect(await refresh({ app, token: first['refresh_token'] as string })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await refresh({ app, token: second['refresh_token'] as string })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    const { sid } = JSON.parse(Buffer.from((second['access_token'] as string).split('.')[1]!, 'base64url').toString()) as { sid: string };
    expect(world.accounts.revoked).toContainEqual({ kind: 'session', value: sid });
    const userinfo = await fetch(`${world.server.issuer}/me`, { headers: { authorization: `Bearer ${String(second['access_token'])}` } });
    expect(userinfo.status).toBe(401);
  });
});

describe('what is written down', () => {
  it('redeems nothing: neither codes nor refresh tokens nor session cookies stand in the table', async () => {
    const [issued] = await codes();
    const token = (await redeem(issued!)).body['refresh_token'] as string;
    const rows = JSON.stringify(await world.server.rows());
    expect([token.length, rows.includes(token), rows.includes(issued!.code)]).toEqual([43, false, false]);
  });

  it('is deleted when it has expired', async () => {
    await world.server.state.keep(
      'Interaction',
      'old',
      {},
      { account: undefined, grant: undefined, uid: undefined, userCode: undefined },
      new Date(Date.now() - 1000),
    );
    const before = (await world.server.rows()).length;
    expect(await world.server.state.sweep(1000)).toBeGreaterThanOrEqual(1);
    expect((await world.server.rows()).length).toBeLessThan(before);
  });
});
