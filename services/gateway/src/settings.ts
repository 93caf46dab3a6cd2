/** How many calls in how many seconds. */
export interface Allowance {
  readonly calls: number;
  readonly seconds: number;
}

/** What the edge is told by its environment. */
export interface EdgeSettings {
  /** Where clients reach the platform; the issuer depends on it. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  /** Proxies whose `X-Forwarded-For` is believed: addresses or CIDR blocks. Without any, nobody's is. */
  readonly trustedProxies: readonly string[];
  /** Origins of pages that may call the API from a browser; `*` is safe because no cookie counts there. */
  readonly corsOrigins: readonly string[];
  /** How long an answer is waited for. */
  readonly deadlineMs: number;
  /** For each client and subject. */
  readonly signedIn: Allowance;
  /** For each operation and address; wide enough for a school behind one address. */
  readonly anonymous: Allowance;
  /** How long the edge stays up, not ready, before it closes: the time a load balancer needs to notice. */
  readonly drainMs: number;
  /** Addresses besides public ones that webhooks may go to, as CIDR blocks: none unless said. */
  readonly webhookAddresses: readonly string[];
  /** Whom harvesters of the catalogue write to. */
  readonly adminEmail: string;
}

export const EDGE_SETTINGS = Symbol('lianxue.edgeSettings');

/** Reads the settings; what is not set has a default that suits one machine. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): EdgeSettings {
  const port = Number(env['LIANXUE_PORT'] ?? 3000);
  return {
    origin: env['LIANXUE_ORIGIN'] ?? `http://127.0.0.1:${port}`,
    host: env['LIANXUE_HOST'] ?? '127.0.0.1',
    port,
    trustedProxies: list(env['LIANXUE_TRUSTED_PROXIES']),
    corsOrigins: list(env['LIANXUE_CORS_ORIGINS'] ?? '*'),
    deadlineMs: Number(env['LIANXUE_DEADLINE_MS'] ?? 5000),
    signedIn: allowance('LIANXUE_LIMIT_SIGNED_IN', env, '6000/60'),
    anonymous: allowance('LIANXUE_LIMIT_ANONYMOUS', env, '3000/60'),
    drainMs: Number(env['LIANXUE_DRAIN_MS'] ?? 300),
    webhookAddresses: list(env['LIANXUE_WEBHOOK_ADDRESSES']),
    adminEmail: env['LIANXUE_ADMIN_EMAIL'] ?? 'admin@lianxue.invalid',
  };
}

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

function allowance(name: string, env: Readonly<Record<string, string | undefined>>, otherwise: string): Allowance {
  const [calls, seconds] = (env[name] ?? otherwise).split('/').map(Number);
  if (!calls || !seconds) throw new Error(`${name} must read like 6000/60: calls, then the seconds they are counted in`);
  return { calls, seconds };
}
