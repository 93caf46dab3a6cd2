import { OrganisationUnknown, refuse, type Call, type InputOf, type Page, type identity } from '@lianxue/contracts';
import { allOf, containing, sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationPast } from './organisation-past.entity.js';
import { standsIn } from './searching.js';

type Asked = InputOf<typeof identity.organisations> & { readonly asOf: string };
type OfDay = InputOf<typeof identity.organisationsAsOf>;

/** What holds on a day, of the rows of `alias`. */
const holds = (on: string, { from, to }: { from: Sql; to: Sql }): Sql =>
  sql`${from} <= ${on}::date and (${to} is null or ${to} > ${on}::date)`;
const ownHolds = (on: string): Sql => holds(on, { from: sql`t.valid_from`, to: sql`t.valid_to` });

/** The organisation and everything that stood below it that day. The offsets keep PostgreSQL from reading the whole of history for a join. */
const withinOn = (organisation: string, on: string): Sql => sql`
  with recursive down (id) as (
    select ${organisation}::uuid
    union select h.organisation from down cross join lateral (
      select h.organisation from organisation_history h where h.parent = down.id and ${holds(on, { from: sql`h.valid_from`, to: sql`h.valid_to` })} offset 0) h
  ) select id from down`;

/** The tree as it was on a day. */
@Injectable()
export class Remembering {
  constructor(private readonly store: Store) {}

  async one(id: string, on: string, call: Call): Promise<OrganisationPast> {
    const found = await this.store.first(OrganisationPast, sql`t.organisation = ${id} and ${ownHolds(on)}`, call);
    if (!found) throw refuse(OrganisationUnknown);
    return found;
  }

  page<V>(
    { asOf, name, kind, below, within, divisionCode, territory, schoolCode, state, limit, cursor }: Asked,
    call: Call,
    view: (row: OrganisationPast) => V,
  ): Promise<Page<V>> {
    const where = allOf(
      ownHolds(asOf),
      name !== undefined && sql`(t.name like ${containing(name)} or t.short_name like ${containing(name)})`,
      kind !== undefined && sql`t.kind = ${kind}`,
      below !== undefined && sql`t.parent = ${below}`,
      within !== undefined && sql`t.organisation = any(array(${withinOn(within, asOf)}))`,
      divisionCode !== undefined && sql`t.division_code = ${divisionCode}`,
      territory !== undefined && standsIn(territory),
      schoolCode !== undefined && sql`t.school_code = ${schoolCode}`,
      state !== undefined && sql`t.state = ${state}`,
    );
    return this.store.page(OrganisationPast, call, { where, order: [{ column: 'name' }, { column: 'id' }], limit, cursor }, view);
  }

  /** For who counts what should have been there: the whole tree of a day, in pages by id. */
  async ofDay({ below, on, limit, after }: OfDay) {
    const organisations = await this.store.read<
      Pick<OrganisationPast, 'parent' | 'kind' | 'name' | 'divisionCode' | 'state' | 'successor'> & { id: string }
    >(sql`
      select t.* from (select id from (${withinOn(below, on)}) down where ${after ?? null}::uuid is null or id > ${after ?? null}::uuid order by id limit ${limit + 1}) found
      cross join lateral (
        select t.organisation as id, t.parent, t.kind, t.name, t.division_code as "divisionCode", t.state, t.successor
        from organisation_history t where t.organisation = found.id and ${ownHolds(on)} offset 0) t
      order by t.id`);
    const shown = organisations.slice(0, limit);
    return { organisations: shown, next: organisations.length > limit ? shown.at(-1)!.id : null };
  }
}
