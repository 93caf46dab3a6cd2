import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CLOCK,
  CursorInvalid,
  inBeijing,
  isUuid,
  NotFound,
  OrganisationRequired,
  PeriodNotFound,
  type Call,
  type Clock,
  type Completion,
  type InputOf,
  type OverdueUnit,
  type Page,
  type reporting,
  type UnitStanding,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { KnownUnits } from './known-units.js';
import { unitsOf, type UnitRow } from './standing-of-units.js';

type Counts = Completion['total'];
type Asked = InputOf<typeof reporting.overdueUnits>;
type StandingRow = UnitRow & { readonly reviewerName: string | null; readonly urgedAt: Date | null };

/** Who has reported in a period, who has not, and whom to ask. */
@Injectable()
export class Overseeing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownUnits) private readonly known: KnownUnits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async completion({ periodId, organisation }: InputOf<typeof reporting.completion>, call: Call): Promise<Completion> {
    const { period, scope } = await this.met(periodId, organisation, call);
    const now = this.clock.now();
    const lines = await this.store.read<Completion['lines'][number]>(
      sql`select reviewer as organisation, o.name, count(*)::int as expected, ${countsByState}
          from (${unitsOf(period, scope, now)}) unit join organisation o on o.id = unit.reviewer
          group by reviewer, o.name, o.division_code order by o.division_code nulls last, o.name, reviewer`,
    );
    return { period: period.id, organisation: scope, asOf: inBeijing(now), lines, total: totalOf(lines) };
  }

  async units({ periodId, organisation, status, limit, cursor }: InputOf<typeof reporting.units>, call: Call): Promise<Page<UnitStanding>> {
    const { period, scope } = await this.met(periodId, organisation, call);
    return this.page(period, scope, status === undefined ? sql`true` : sql`unit.status = ${status}`, { limit, cursor });
  }

  /** With the contact of each; when identity does not answer, the list does not either. */
  async overdue({ periodId, organisation, limit, cursor }: Asked, call: Call): Promise<Page<OverdueUnit>> {
    const { period, scope } = await this.met(periodId, organisation, call);
    const { items, ...rest } = await this.page(period, scope, sql`unit.overdue`, { limit, cursor });
    const contacts = await this.known.contacts(items.map((unit) => unit.organisation));
    const byUnit = new Map(contacts.map((contact) => [contact.organisation, contact]));
    return {
      items: items.map((unit) => {
        const { person = null, role = null, name = null, phone = null } = byUnit.get(unit.organisation) ?? {};
        return { ...unit, contact: person, contactRole: role, contactName: name, contactPhone: phone };
      }),
      ...rest,
    };
  }

  /** The period, and below which organisation it is looked at: within the caller's reach. */
  private async met(periodId: string, organisation: string | undefined, call: Call): Promise<{ period: Period; scope: string }> {
    const scope = organisation ?? call.caller.organisation;
    assertThat(scope !== undefined, OrganisationRequired);
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    assertThat(await this.store.reaches(scope, call), NotFound);
    return { period, scope };
  }

  /** In the order of their ids; a cursor is the last one seen. */
  private async page(
    period: Period,
    scope: string,
    which: Sql,
    { limit, cursor }: Pick<Asked, 'limit' | 'cursor'>,
  ): Promise<Page<UnitStanding>> {
    assertThat(cursor === undefined || isUuid(cursor), CursorInvalid);
    const after = cursor === undefined ? sql`true` : sql`unit.id > ${cursor}::uuid`;
    const rows = await this.store.read<StandingRow>(
      sql`select unit.*, r.name as "reviewerName",
            (select max(g.at) from urging g where g.period = ${period.id} and g.organisation = unit.id and g.kind = 'urged') as "urgedAt"
          from (${unitsOf(period, scope, this.clock.now())}) unit left join organisation r on r.id = unit.reviewer
          where ${which} and ${after} order by unit.id limit ${limit + 1}`,
    );
    const items = rows.slice(0, limit).map(standing);
    return { items, ...(rows.length > limit && { next: items.at(-1)!.organisation }) };
  }
}

const standing = ({ id, due, urgedAt, kind, ...unit }: StandingRow): UnitStanding => ({
  organisation: id,
  ...unit,
  kind: kind as UnitStanding['kind'],
  due: inBeijing(due),
  urgedAt: urgedAt && inBeijing(urgedAt),
});

const countsByState = sql`
  count(*) filter (where unit.status = 'notBegun')::int as "notBegun", count(*) filter (where unit.status = 'draft')::int as draft,
  count(*) filter (where unit.status = 'submitted')::int as submitted, count(*) filter (where unit.status = 'returned')::int as returned,
  count(*) filter (where unit.status = 'approved')::int as approved, count(*) filter (where unit.overdue)::int as overdue`;

const totalOf = (lines: readonly Counts[]): Counts => {
  const sum = (of: keyof Counts) => lines.reduce((all, line) => all + line[of], 0);
  return {
    expected: sum('expected'),
    notBegun: sum('notBegun'),
    draft: sum('draft'),
    submitted: sum('submitted'),
    returned: sum('returned'),
    approved: sum('approved'),
    overdue: sum('overdue'),
  };
};
