import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who may say and hear what; the same for every deployment. */
const permissions = join(import.meta.dirname, '..', '..', 'nats', 'permissions.conf');

/** Somebody who may connect: a service, or `deploy`. */
export interface NatsUser {
  readonly name: string;
  readonly password: string;
  /** For trials that are no service: may say and hear everything. */
  readonly unrestricted?: true;
}

export interface NatsConfiguration {
  readonly listen: string;
  readonly store: string;
  readonly users: readonly NatsUser[];
  /** Where `/healthz` answers; nowhere unless said. */
  readonly monitor?: string;
  /** Files of the server's certificate; without them connections are in clear. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** The server's configuration file. */
export function natsConfiguration({ listen, store, users, monitor, tls }: NatsConfiguration): string {
  const text = JSON.stringify;
  const lines = [
    `listen: ${text(listen)}`,
    ...(monitor ? [`http: ${text(monitor)}`] : []),
    'max_payload: 1MB',
    `jetstream { store_dir: ${text(store)} }`,
    ...(tls ? [`tls { cert_file: ${text(tls.certificate)}, key_file: ${text(tls.key)} }`] : []),
    // The server refuses rules that nobody uses.
    ...(users.every(({ unrestricted }) => unrestricted) ? [] : [readFileSync(permissions, 'utf8')]),
    'authorization {',
    '  users: [',
    ...users.map(
      ({ name, password, unrestricted }) =>
        `    { user: ${text(name)}, password: ${text(password)}${unrestricted ? '' : `, permissions: $PERMIT_${name.toUpperCase()}`} }`,
    ),
    '  ]',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
