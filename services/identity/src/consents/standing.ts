import { CLOCK, dataPurposes, dayInBeijing, type Clock, type DataPurposeName } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Declared } from './app-purposes.entity.js';

/** The pupils of a sandbox are nobody, whose consent nobody gives. */
const everyPurpose = Object.keys(dataPurposes) as DataPurposeName[];

/** Whether an app may read of a pupil, as of this moment: asked at every read, so that a withdrawal holds from the next one on. */
@Injectable()
export class ConsentStanding {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * For what an app may read of these pupils now: each purpose it declares by duty, and of the others those that whoever decides has
   * consented to in the words of today. Undefined when it has declared none.
   */
  async covering(client: string, pupils: readonly string[]): Promise<((pupil: string) => readonly DataPurposeName[]) | undefined> {
    const [declared] = await this.store.read<{ purposes: Declared[] | null; inSandbox: boolean }>(
      sql`select u.purposes, a.sandbox_of is not null as "inSandbox" from app a left join app_purposes u on u.app = a.id where a.client_id = ${client}`,
    );
    if (declared?.inSandbox) return () => everyPurpose;
    const about = declared?.purposes?.filter(({ minors }) => minors) ?? [];
    if (about.length === 0) return undefined;
    const byDuty = about.filter(({ basis }) => basis === 'statutory').map(({ purpose }) => purpose);
    const asked = about.filter(({ basis }) => basis === 'consent');
    if (asked.length === 0 || pupils.length === 0) return () => byDuty;
    const consents = await this.store.read<{ child: string; purposes: DataPurposeName[]; textVersion: number }>(
      sql`select c.child, c.purposes, c.text_version as "textVersion" from person p join consent c on ${this.given(sql`p`, sql`${client}`)}
          where p.id = any(${[...new Set(pupils)]}::uuid[])`,
    );
    const given = new Map(consents.map((consent) => [consent.child, consent]));
    return (pupil) => {
      const consent = given.get(pupil);
      const holds = ({ purpose, since }: Declared) =>
        consent !== undefined && consent.purposes.includes(purpose) && since <= consent.textVersion;
      return [...byDuty, ...asked.filter(holds).map(({ purpose }) => purpose)];
    };
  }

  /** A condition over a person's and a client's expressions: there is a consent that holds now, to something the app still asks in those words. */
  valid(person: Sql, client: Sql): Sql {
    return sql`exists (select 1 from consent c join app_purposes u on u.client = c.client
                 cross join lateral jsonb_to_recordset(u.purposes) as d (purpose text, basis text, minors boolean, since int)
                 where ${this.given(person, client)} and d.minors and d.basis = 'consent' and d.purpose = any(c.purposes) and d.since <= c.text_version)`;
  }

  /** That a consent `c` has been given by who decides now, and is not over. */
  private given(person: Sql, client: Sql): Sql {
    return sql`c.child = ${person}.id and c.client = ${client} and c.state = 'given'
               and (c.until is null or c.until > ${this.clock.now()}) and c.by_self = ${this.decidesAlone(person)}`;
  }

  /** From the fourteenth birthday on a pupil is asked; whose birthday nobody knows counts as younger. */
  decidesAlone(person: Sql): Sql {
    return sql`coalesce(${person}.born_on <= (${dayInBeijing(this.clock.now())}::date - interval '14 years')::date, false)`;
  }
}
