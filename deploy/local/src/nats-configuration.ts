/** Somebody who may connect: a service, or `deploy`. */
export interface NatsUser {
  readonly name: string;
  readonly password: string;
}

export interface NatsConfiguration {
  readonly listen: string;
  readonly store: string;
  readonly users: readonly NatsUser[];
}

/** The server's configuration file. */
export function natsConfiguration({ listen, store, users }: NatsConfiguration): string {
  const entries = users.map(({ name, password }) => `    { user: ${JSON.stringify(name)}, password: ${JSON.stringify(password)} }`);
  return [
    `listen: ${JSON.stringify(listen)}`,
    'max_payload: 1MB',
    `jetstream { store_dir: ${JSON.stringify(store)} }`,
    'authorization {',
    '  users: [',
    entries.join('\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}
