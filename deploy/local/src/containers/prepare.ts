import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '../installation.js';
import { serviceUrl } from '../migrate.js';
import { natsConfiguration } from '../nats-configuration.js';
import { branchOf, databasePassword, filesKey, installationSecret, natsPassword, writePrivate } from '../secrets.js';
import { NATS_USERS } from '../servers.js';
import { certify } from './certificates.js';

/** How the containers of a deployment call each other. */
const DATABASE_HOST = 'postgres';
const NATS_HOST = 'nats';
const DATABASE = 'lianxue';

/**
 * Decides all secrets of a container deployment once and hands each container its own, one folder (a volume) each:
 * no image and no compose file holds a password. Run again, it writes the same again.
 */
export async function prepare(folder: string): Promise<void> {
  const deploy = ensure(folder, 'deploy');
  const secret = installationSecret(join(deploy, 'secret'));
  const superuser = databasePassword(secret, 'superuser');
  writePrivate(join(ensure(folder, 'postgres'), 'password'), superuser);

  const nats = ensure(folder, 'nats');
  if (!existsSync(join(nats, 'certificate.pem'))) {
    const { authority, certificate, key } = await certify([NATS_HOST, 'localhost']);
    writePrivate(join(nats, 'authority.pem'), authority);
    writePrivate(join(nats, 'key.pem'), key);
    writePrivate(join(nats, 'certificate.pem'), certificate);
  }
  const users = NATS_USERS.map((name) => ({ name, password: natsPassword(secret, name) }));
  const tls = { certificate: '/run/lianxue/certificate.pem', key: '/run/lianxue/key.pem' };
  writePrivate(
    join(nats, 'nats.conf'),
    natsConfiguration({ listen: '0.0.0.0:4222', store: '/data', monitor: '127.0.0.1:8222', users, tls }),
  );

  const authority = readFileSync(join(nats, 'authority.pem'), 'utf8');
  const adminUrl = `postgres://postgres:${superuser}@${DATABASE_HOST}:5432/${DATABASE}`;
  const urlOf = (user: string) => `nats://${user}:${natsPassword(secret, user)}@${NATS_HOST}:4222`;
  writePrivate(join(deploy, 'authority.pem'), authority);
  writePrivate(join(deploy, 'env'), env({ DATABASE_URL: adminUrl, NATS_URL: urlOf('deploy') }));
  for (const service of SERVICES) {
    const own = ensure(folder, service);
    writePrivate(join(own, 'authority.pem'), authority);
    writePrivate(
      join(own, 'env'),
      env({
        LIANXUE_DATABASE_URL: serviceUrl({ adminUrl, database: DATABASE, secret }, service),
        LIANXUE_NATS_URL: urlOf(service),
        LIANXUE_SERVICE_SECRET: branchOf(secret, service).toString('base64url'),
        LIANXUE_FILES_KEY: filesKey(secret),
      }),
    );
  }
}

function ensure(folder: string, part: string): string {
  const own = join(folder, part);
  mkdirSync(own, { recursive: true });
  return own;
}

const env = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
