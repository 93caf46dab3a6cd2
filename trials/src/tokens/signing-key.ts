import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { branchOf, databasePassword } from '@lianxue/local';
import { Sealer } from '@lianxue/persistence';
import { importJWK, type JWK } from 'jose';
import pg from 'pg';
import type { TrialPlatform } from '../trial-platform.js';

export interface SigningKey {
  readonly kid: string;
  readonly jwk: JWK;
  readonly sign: Awaited<ReturnType<typeof importJWK>>;
}

/** The key a trial's platform signs access tokens with, opened with its secret: a forger who has everything but the right claims. */
export async function signingKeyOf(platform: TrialPlatform): Promise<SigningKey> {
  const secret = Buffer.from(readFileSync(join(platform.home, 'secret'), 'utf8').trim(), 'base64url');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: platform.process('postgres').port!,
    database: 'lianxue',
    user: 'lianxue_gateway',
    password: databasePassword(secret, 'gateway'),
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ sealed: string }>(
      `select sealed from gateway.signing_key where alg = 'ES256' and signs_from <= now() order by generation desc limit 1`,
    );
    const jwk = JSON.parse(new Sealer(branchOf(secret, 'gateway')).open(rows[0]!.sealed)) as JWK & { kid: string };
    return { kid: jwk.kid, jwk, sign: await importJWK(jwk, 'ES256') };
  } finally {
    await client.end();
  }
}
