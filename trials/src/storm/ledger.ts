import type pg from 'pg';

/** What the service's tables say of a period, to be held against what the clients were told. */
export class Ledger {
  constructor(
    private readonly database: pg.Client,
    private readonly period: string,
  ) {}

  /** The submissions that were handed in, and how often each: steps of its trail, and facts told of it. */
  async handedIn(): Promise<ReadonlyMap<string, { steps: number; facts: number; status: string }>> {
    const { rows } = await this.database.query<{ id: string; steps: number; facts: number; status: string }>(
      `select s.id, s.status, (select count(*)::int from review_step r where r.submission = s.id and r.decision = 'submitted') as steps,
         (select count(*)::int from outbox o where o.entity = s.id and o.type = 'cn.lianxue.reporting.submission.submitted') as facts
       from submission s where s.period = $1 and s.status <> 'draft' and exists (select 1 from review_step r where r.submission = s.id)`,
      [this.period],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  /** How many of its submissions were never handed in. */
  drafts(): Promise<number> {
    return this.count(`select count(*)::int as n from submission s where s.period = $1 and s.status = 'draft' and not exists
      (select 1 from review_step r where r.submission = s.id)`);
  }

  /** Of the approved ones how many do not count exactly once: one approval, one contribution in force. */
  miscounted(): Promise<number> {
    return this.count(`select count(*)::int as n from submission s where s.period = $1 and s.status = 'approved' and not (
      (select count(*) from review_step r where r.submission = s.id and r.decision = 'approved') = 1
      and (select count(*) from contribution c where c.period = s.period and c.organisation = s.organisation and c.replaced_by is null) = 1)`);
  }

  /** The roll-up as it is kept, to the last digit. */
  async summary(): Promise<string> {
    const text =
      'select organisation, division_code, kind, indicator, total::text, units from summary where period = $1 order by 1, 2, 3, 4';
    return JSON.stringify((await this.database.query(text, [this.period])).rows);
  }

  private async count(text: string): Promise<number> {
    return (await this.database.query<{ n: number }>(text, [this.period])).rows[0]!.n;
  }
}
