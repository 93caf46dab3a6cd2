import { existsSync, readFileSync } from 'node:fs';
import { Hindrance, Installation } from '../installation.js';
import { migrateAll } from '../migrate.js';
import { makeFirstContent } from '../region/first-content.js';

/** Brings the database that `DATABASE_URL` names up to date, for the secret of `LIANXUE_SECRET_FILE`. */
export async function migrateFromEnvironment(): Promise<void> {
  const adminUrl = required('DATABASE_URL');
  const { secret } = new Installation();
  const applied = await migrateAll({ adminUrl, database: decodeURIComponent(new URL(adminUrl).pathname.slice(1)), secret });
  console.log(applied > 0 ? `Applied ${applied} migrations.` : 'The database is up to date.');
}

/** Makes the demo region, or the empty region of `LIANXUE_REGION`, unless that was done before. */
export async function foundFromEnvironment(): Promise<void> {
  const installation = new Installation();
  const region = process.env.LIANXUE_REGION ?? 'demo';
  const { origin, port } = installation.address();
  const decisions = installation.decisions ?? installation.decide({ region, origin, port, loaded: false });
  if (decisions.loaded) return console.log(`The region (${decisions.region}) exists.`);
  const caFile = process.env.LIANXUE_NATS_CA_FILE;
  const nats = { url: required('NATS_URL'), ...(caFile && { caFile }) };
  await makeFirstContent({ installation, region, origin, nats, say: console.log });
  installation.decide({ ...decisions, loaded: true });
  console.log(`Made the region (${region}); its accounts: docker compose run --rm accounts`);
}

/** Prints what was written down for scripts and people: clients and accounts with their passwords. */
export function printKnown(): void {
  const installation = new Installation();
  const file = ['demo.json', 'admin.json'].map((name) => installation.file(name)).find((each) => existsSync(each));
  if (!file) throw new Hindrance('There are no accounts yet.');
  process.stdout.write(readFileSync(file, 'utf8'));
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Hindrance(`${name} is not set.`);
  return value;
}
