import { CLOCK, type Clock, type FieldProfileName } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Basis, Declared } from './app-purposes.entity.js';

/** An app that reads of pupils at a school, by its selection there or above. */
export interface AppAsking {
  readonly client: string;
  readonly name: string;
  readonly organisation: string;
  readonly profile: FieldProfileName;
  readonly purposes: readonly Declared[];
  readonly textVersion: number;
  readonly forPupils: Basis;
}

const atMost = 200;

/** Which apps read of the pupils of a school. */
@Injectable()
export class Asking {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each app once, by its nearest selection; for one client only when it is named. */
  async at(schools: readonly string[], client?: string): Promise<AppAsking[]> {
    const rows = await this.store.read<AppAsking>(
      sql`select distinct on (s.client) s.client, p.name, s.organisation, s.profile, u.purposes, u.version as "textVersion", u.for_pupils as "forPupils"
          from organisation o join organisation a on a.path @> o.path join selection s on s.organisation = a.id
            join app p on p.id = s.app join app_purposes u on u.app = p.id
          where ${allOf(
            sql`o.id = any(${schools}::uuid[]) and s.state = 'selected' and (s.until is null or s.until > ${this.clock.now()})`,
            sql`p.state = 'listed' and not p.first_party and u.for_pupils is not null`,
            client !== undefined && sql`s.client = ${client}`,
          )} order by s.client, nlevel(a.path) desc limit ${atMost}`,
    );
    return rows.map((row) => ({ ...row, purposes: row.purposes.filter(({ minors }) => minors) }));
  }
}
