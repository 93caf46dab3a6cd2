import type { SandboxStep } from '@lianxue/contracts';

/** What the pool of a data source offers. */
export interface Statements {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

export interface SandboxState {
  readonly client: string;
  readonly clockShiftMs: number;
  readonly fault: number | null;
  readonly faultCount: number;
  readonly failingDeliveries: number;
  /** Until when a 429 told the program to wait. */
  readonly waitUntil: Date | null;
  /** The request that was answered 503. */
  readonly toRetry: string | null;
  readonly seen: readonly SandboxStep[];
}

const columns = `client, clock_shift_ms::float8 as "clockShiftMs", fault, fault_count as "faultCount",
  failing_deliveries as "failingDeliveries", wait_until as "waitUntil", to_retry as "toRetry", seen`;

const columnOf = {
  clockShiftMs: 'clock_shift_ms',
  fault: 'fault',
  faultCount: 'fault_count',
  failingDeliveries: 'failing_deliveries',
  waitUntil: 'wait_until',
  toRetry: 'to_retry',
} as const;

const atFirst = { clockShiftMs: 0, fault: null, faultCount: 0, failingDeliveries: 0, waitUntil: null, toRetry: null } as const;

/** Clocks and faults of sandboxes: read at each call of a sandbox and at no other, so that every replica sees the same. */
export class Sandboxes {
  constructor(private readonly statements: Statements) {}

  async of(app: string, client: string): Promise<SandboxState> {
    const { rows } = await this.statements.query<SandboxState>(`select ${columns} from sandbox_state where app = $1`, [app]);
    return rows[0] ?? { ...atFirst, client, seen: [] };
  }

  /** Changes some of it; what is not named stays. */
  async set(app: string, client: string, changes: Partial<Omit<SandboxState, 'client' | 'seen'>>): Promise<SandboxState> {
    const named = (Object.keys(changes) as (keyof typeof columnOf)[]).map((key, index) => ({ key, place: `$${index + 3}` }));
    const names = named.map(({ key }) => columnOf[key]);
    const { rows } = await this.statements.query<SandboxState>(
      `insert into sandbox_state (${['app', 'client', ...names].join(', ')}) values (${['$1', '$2', ...named.map(({ place }) => place)].join(', ')})
       on conflict (app) do update set ${['client', ...names].map((name) => `${name} = excluded.${name}`).join(', ')}
       returning ${columns}`,
      [app, client, ...named.map(({ key }) => changes[key])],
    );
    return rows[0]!;
  }

  /** One fault less to come; undefined when there is none. Two calls at once do not share one. */
  async takeFault(app: string): Promise<number | undefined> {
    const { rows } = await this.statements.query<{ fault: number }>(
      `update sandbox_state set fault_count = fault_count - 1 where app = $1 and fault_count > 0 and fault is not null returning fault`,
      [app],
    );
    return rows[0]?.fault;
  }

  /** One failing delivery less to come. */
  async takeFailingDelivery(client: string): Promise<boolean> {
    const { rows } = await this.statements.query(
      `update sandbox_state set failing_deliveries = failing_deliveries - 1 where client = $1 and failing_deliveries > 0 returning 1 as took`,
      [client],
    );
    return rows.length > 0;
  }

  /** Notes steps; answers those that are news. */
  async note(app: string, client: string, steps: readonly SandboxStep[]): Promise<SandboxStep[]> {
    const { seen } = await this.of(app, client);
    const news = steps.filter((step) => !seen.includes(step));
    if (news.length === 0) return [];
    await this.statements.query(
      `insert into sandbox_state (app, client, seen) values ($1, $2, $3)
       on conflict (app) do update set seen = (select array_agg(distinct s) from unnest(sandbox_state.seen || excluded.seen) s)`,
      [app, client, news],
    );
    return news;
  }

  /** Whose client it is; known from its first call on. */
  async appOf(client: string): Promise<string | undefined> {
    const { rows } = await this.statements.query<{ app: string }>('select app from sandbox_state where client = $1', [client]);
    return rows[0]?.app;
  }

  /** The soonest moment after this one at which a selection of the client ends. */
  async nextExpiry(client: string, after: Date): Promise<Date | undefined> {
    const { rows } = await this.statements.query<{ until: Date | null }>(
      `select min(until) as until from app_reach where client = $1 and active and until > $2`,
      [client, after],
    );
    return rows[0]?.until ?? undefined;
  }

  /** After a reset of the sandbox. What was seen stays seen: the checklist is about the program. */
  async clear(app: string, client: string): Promise<void> {
    await this.set(app, client, atFirst);
  }
}
