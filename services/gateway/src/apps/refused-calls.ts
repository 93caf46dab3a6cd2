import { inBeijing } from '@lianxue/contracts';
import { Rounds } from '@lianxue/persistence';
import type { Statements } from './sandboxes.js';

export interface RefusedCall {
  readonly client: string;
  readonly at: Date;
  readonly operation: string;
  readonly status: number;
  readonly code: string;
  readonly organisation: string | null;
  readonly trace: string;
}

/** Kept of each app. */
const keptOfEach = 200;
/** Written down at once: an app that is refused a thousand times a second learns nothing from the thousandth. */
const keptOfEachWriting = 20;
const everyMs = 1_000;

/** The last refused calls of each app: gathered as they happen, written once a second, so that no call waits for it. */
export class RefusedCalls extends Rounds {
  private gathered = new Map<string, RefusedCall[]>();

  constructor(private readonly statements: Statements) {
    super(everyMs);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await this.goRound();
    await super.beforeApplicationShutdown();
  }

  add(call: RefusedCall): void {
    const calls = this.gathered.get(call.client) ?? [];
    if (calls.length === 0) this.gathered.set(call.client, calls);
    calls.push(call);
    if (calls.length > keptOfEachWriting) calls.shift();
  }

  async of(client: string, limit: number) {
    await this.goRound();
    const { rows } = await this.statements.query<RefusedCall>(
      `select at, operation, status, code, organisation, trace from refused_call where client = $1 order by at desc limit $2`,
      [client, limit],
    );
    return rows.map(({ at, operation, status, code, organisation, trace }) => ({
      at: inBeijing(at),
      operation,
      status,
      code,
      organisation,
      trace,
    }));
  }

  protected async round(): Promise<void> {
    if (this.gathered.size === 0) return;
    const { gathered } = this;
    this.gathered = new Map();
    await this.statements.query(
      `insert into refused_call (client, at, operation, status, code, organisation, trace)
       select client, at, operation, status, code, organisation, trace
         from jsonb_to_recordset($1::jsonb) as r (client text, at timestamptz, operation text, status int, code text, organisation uuid, trace text)`,
      [JSON.stringify([...gathered.values()].flat())],
    );
    await this.statements.query(
      `delete from refused_call r using (
         select c.client, (select at from refused_call k where k.client = c.client order by at desc offset ${keptOfEach} limit 1) as last
           from unnest($1::text[]) as c (client)) bound
       where r.client = bound.client and r.at <= bound.last`,
      [[...gathered.keys()]],
    );
  }
}
