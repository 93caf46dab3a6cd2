import { Hindrance, SERVICES, type Installation, type ServiceName } from './installation.js';
import { migrateAll, serviceUrl, type Migrating } from './migrate.js';
import { freePort } from './ports.js';
import type { RunRecord } from './run-record.js';
import { branchOf, filesKey } from './secrets.js';
import { databaseOf, messagingOf, type Database, type Messaging } from './servers.js';
import { startService, untilServiceReady, type ServiceProcess } from './service-process.js';
import { Supervisor } from './supervisor.js';

/** Everything that runs: two servers and seven services, each kept running. */
export class Platform {
  private postgres: Supervisor | undefined;
  private nats: Supervisor | undefined;
  private services: { readonly process: ServiceProcess; readonly supervisor: Supervisor }[] = [];
  private database!: Database;
  private messaging!: Messaging;
  private closing = false;

  constructor(
    private readonly installation: Installation,
    private readonly record: RunRecord,
    private readonly address: { readonly origin: string; readonly port: number },
    private readonly say: (line: string) => void,
  ) {}

  async startServers(): Promise<void> {
    this.database = await databaseOf(this.installation);
    this.messaging = await messagingOf(this.installation, this.say);
    this.postgres = this.keeper('postgres', this.database.start);
    this.nats = this.keeper('nats', this.messaging.start);
    await Promise.all([this.postgres?.up(), this.nats?.up()]);
  }

  async migrate(): Promise<number> {
    return migrateAll(this.migrating);
  }

  /** Returns when all are ready. */
  async startServices(): Promise<void> {
    this.services = await Promise.all(SERVICES.map((name) => this.service(name)));
    await this.servicesUp();
  }

  async restartServices(): Promise<void> {
    await this.servicesDown();
    await this.servicesUp();
  }

  /** Gateway, services, NATS, PostgreSQL: nothing loses what it stands on before it has drained. */
  async stop(): Promise<void> {
    this.closing = true;
    await this.servicesDown();
    await this.nats?.down();
    await this.postgres?.down();
  }

  /** For programs of deploy, which act as `service:deploy`. */
  get natsUrl(): string {
    return this.messaging.urlOf('deploy');
  }

  /** All at once: the gateway refuses until the others answer, and they are ready when they have heard of its keys. */
  private async servicesUp(): Promise<void> {
    await Promise.all(this.services.map(({ supervisor }) => supervisor.up()));
    await Promise.all(this.services.map(({ process }) => untilServiceReady(process)));
  }

  private async servicesDown(): Promise<void> {
    await Promise.all(this.services.filter(({ process }) => process.name === 'gateway').map(({ supervisor }) => supervisor.down()));
    await Promise.all(this.services.map(({ supervisor }) => supervisor.down()));
  }

  private keeper(name: string, start: Database['start']): Supervisor | undefined {
    const unlessClosing = () => (this.closing ? Promise.reject(new Hindrance('It is being stopped.')) : start!());
    return start && new Supervisor(name, unlessClosing, (_, { mark, port }) => this.record.started({ name, ...mark, port }), this.say);
  }

  private async service(name: ServiceName) {
    const port = name === 'gateway' ? this.address.port : await freePort();
    const env = {
      LIANXUE_DATABASE_URL: serviceUrl(this.migrating, name),
      LIANXUE_NATS_URL: this.messaging.urlOf(name),
      LIANXUE_SERVICE_SECRET: branchOf(this.installation.secret, name).toString('base64url'),
      LIANXUE_FILES: placeOfFiles(this.installation),
      LIANXUE_FILES_KEY: filesKey(this.installation.secret),
      LIANXUE_ORIGIN: this.address.origin,
      ...(name === 'gateway' ? this.edge(port) : { LIANXUE_HEALTH_PORT: String(port) }),
      ...(name === 'resources' && { LIANXUE_WEBHOOK_ADDRESSES: thisMachine }),
      ...(name === 'identity' && { LIANXUE_TEXT_SENDER: textSender(this.installation) }),
    };
    const process = { name, log: this.installation.file('logs', `${name}.log`), port, env };
    return { process, supervisor: this.keeper(name, () => startService(process))! };
  }

  private edge(port: number) {
    return { LIANXUE_PORT: String(port), LIANXUE_WEBHOOK_ADDRESSES: thisMachine };
  }

  private get migrating(): Migrating {
    if (!this.database) throw new Hindrance('The servers are not started.');
    return { adminUrl: this.database.adminUrl(), database: this.database.name, secret: this.installation.secret };
  }
}

/** Receivers of webhooks, and platforms that are harvested, run on this machine too while one tries things out; elsewhere they may not. */
const thisMachine = '127.0.0.0/8,::1/128';

/** On one machine text messages are written to a file, unless a sender is named. */
const textSender = (installation: Installation) => process.env['LIANXUE_TEXT_SENDER'] ?? `file:${installation.file('text-messages.jsonl')}`;

/** In the installation's own folder, unless a folder or a bucket is named. */
const placeOfFiles = (installation: Installation) => process.env['LIANXUE_FILES'] ?? installation.file('files');
