import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installationSecret, writePrivate } from './secrets.js';

/** The checkout: `deploy/local/dist` or `deploy/local/src` is three folders below. */
export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** Every service, in the order they are started; the gateway, which needs them all, comes last. */
export const SERVICES = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What was decided when the installation was made, and holds as long as it lives. */
interface Decisions {
  /** `demo`: the demo region; else the division code of an empty real one. */
  region: string;
  /** Tokens name it as issuer, so it does not change. */
  origin: string;
  port: number;
  /** Whether its first content is complete. */
  loaded: boolean;
}

/** One person-readable sentence that ends a command; nothing else is shown. */
export class Hindrance extends Error {}

/** An installation on this machine: the folder `.lianxue` (or `LIANXUE_HOME`) and what is written down there. */
export class Installation {
  readonly folder = resolve(process.env.LIANXUE_HOME ?? join(ROOT, '.lianxue'));
  readonly secret: Buffer;

  constructor() {
    mkdirSync(join(this.folder, 'logs'), { recursive: true });
    this.secret = installationSecret(process.env.LIANXUE_SECRET_FILE ?? this.file('secret'));
  }

  file(...names: string[]): string {
    return join(this.folder, ...names);
  }

  get decisions(): Decisions | undefined {
    const file = this.file('installation.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Decisions) : undefined;
  }

  decide(decisions: Decisions): Decisions {
    writePrivate(this.file('installation.json'), `${JSON.stringify(decisions, null, 2)}\n`);
    return decisions;
  }

  /** Where the gateway listens and how the world calls it: as decided before, else as asked for now. */
  address(): { origin: string; port: number } {
    const asked = process.env.LIANXUE_PORT ? Number(process.env.LIANXUE_PORT) : undefined;
    if (asked !== undefined && !(Number.isInteger(asked) && asked > 0 && asked < 65536))
      throw new Hindrance(`LIANXUE_PORT=${process.env.LIANXUE_PORT} is not a port.`);
    const decided = this.decisions;
    if (!decided) {
      const port = asked ?? 3000;
      return { port, origin: process.env.LIANXUE_ORIGIN ?? `http://127.0.0.1:${port}` };
    }
    if (asked !== undefined && asked !== decided.port)
      throw new Hindrance(
        `This installation lives at ${decided.origin}, and its tokens say so: start it without LIANXUE_PORT, or remove ${this.folder} to begin anew.`,
      );
    return decided;
  }
}
