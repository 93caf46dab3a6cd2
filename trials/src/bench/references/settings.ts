import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';

/** What the bench tells a reference by its environment. */
export const settings = {
  port: Number(process.env.BENCH_PORT),
  databaseUrl: process.env.BENCH_DATABASE_URL ?? '',
  natsUrl: process.env.BENCH_NATS_URL ?? '',
  issuer: process.env.BENCH_ISSUER ?? '',
};

/** One organisation, read as the platform reads it. */
export const readOne = {
  name: 'organisation',
  text: `select id, version, parent, kind, name, short_name, former_names, division_code, school_code, credit_code, school_type,
                state, closed_on, successor, planned_parent, planned_from, planned_trouble, created_at, updated_at
           from identity.organisation_record where id = $1`,
};

/** What the bench waits for before it fires. */
export const ready = () => process.stdout.write('ready\n');

/** Verifies the platform's access tokens with a cache, so that peers do the work the platform does. */
export function verifier(): (header: string | undefined) => Promise<JWTPayload> {
  const keys = createLocalJWKSet(JSON.parse(process.env.BENCH_JWKS ?? '{"keys":[]}'));
  const cache = new Map<string, JWTPayload>();
  return async (header) => {
    const token = header?.slice('Bearer '.length) ?? '';
    const known = cache.get(token);
    if (known) return known;
    const { payload } = await jwtVerify(token, keys, { issuer: settings.issuer, audience: 'urn:lianxue:api' });
    cache.set(token, payload);
    return payload;
  };
}
