import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deriveSecret } from '@lianxue/contracts';

/** The installation secret, made the first time: everything secret of an installation is derived from it. */
export function installationSecret(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (secret.length < 32) throw new Error(`The installation secret in ${file} is shorter than 32 bytes.`);
  return secret;
}

/** What a service is handed: its own branch, from which it derives the rest. */
export const branchOf = (installation: Buffer, service: string): Buffer => deriveSecret(installation, `service:${service}`);

/** Signs links to files: the same for all services that give files out. */
export const filesKey = (installation: Buffer): string => deriveSecret(installation, 'files').toString('base64url');

/** The password of the database role `lianxue_<service>`; of the superuser under the name `superuser`. */
export const databasePassword = (installation: Buffer, service: string): string =>
  deriveSecret(installation, `database:${service}`).toString('base64url');

/** The password of a NATS user: a service's name, or `deploy`. */
export const natsPassword = (installation: Buffer, user: string): string =>
  deriveSecret(installation, `nats:${user}`).toString('base64url');

/** Writes a file that only its owner reads, also when it existed with other rights. */
export function writePrivate(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}
