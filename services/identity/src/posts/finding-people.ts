import { assertThat, NumberInvalid, OrganisationUnknown, type Call, type identity, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { containing, pairsOf } from '../organisations/searching.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { usernameKey } from '../people/account.entity.js';
import { checkIdNumber, checkPupilNumber } from '../people/numbers.js';
import { PeopleFields } from '../people/people-fields.js';
import { Person } from '../people/person.entity.js';
import { PersonNumbers } from '../people/person-numbers.js';

type Search = InputOf<typeof identity.searchPeople>;

/** Finding somebody among a million by a piece of the name or a whole number, within reach and on an index. */
@Injectable()
export class FindingPeople {
  constructor(
    private readonly store: Store,
    private readonly numbers: PersonNumbers,
    private readonly fields: PeopleFields,
  ) {}

  async search({ below, limit, cursor, ...sought }: Search, call: Call) {
    if (below) await this.store.one(OrganisationRecord, below, call, OrganisationUnknown);
    const where = allOf(sql`not t.closed`, ...this.conditions(sought), below !== undefined && standsBelow(below));
    const { items: people, ...rest } = await this.store.page(Person, call, { where, limit, cursor }, (person) => person);
    const keeper = new Map(people.map(({ id, organisation }) => [id, organisation]));
    const names = await this.organisationNames(people.map(({ organisation }) => organisation));
    const shown = await this.fields.of(call.caller, people, ({ id }) => keeper.get(id)!);
    const items = people.map(({ id, organisation, kinds }) => {
      const { name, masked } = shown.get(id)!;
      return { person: id, name, masked, organisation, organisationName: names.get(organisation) ?? '', kinds };
    });
    return { items, ...rest };
  }

  /** Each is one of few: candidates are gathered by their index first, whatever the order of the page. */
  private conditions({ name, idNumber, pupilNumber, username }: Omit<Search, 'below' | 'limit' | 'cursor'>): Sql[] {
    const conditions: Sql[] = [];
    if (name) conditions.push(named(name));
    if (idNumber) {
      const { number } = checkIdNumber('1', idNumber);
      assertThat(number, NumberInvalid, { field: 'idNumber', reason: 'check' });
      conditions.push(sql`t.id_number_lookup = ${this.numbers.idLookup('1', number)}`);
    }
    if (pupilNumber) {
      const { number } = checkPupilNumber(pupilNumber);
      assertThat(number, NumberInvalid, { field: 'pupilNumber', reason: 'form' });
      conditions.push(sql`t.pupil_number_lookup = ${this.numbers.pupilLookup(number)}`);
    }
    if (username)
      conditions.push(
        sql`t.id = any(array(select a.person from account a where a.username_key = ${usernameKey(username)} and not a.closed))`,
      );
    return conditions;
  }

  private async organisationNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.store.read<{ id: string; name: string }>(
      sql`select id, name from organisation_record where id = any(${[...new Set(ids)]}::uuid[])`,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** People whose name holds the piece: those who have all its pairs of characters, held to the piece itself. */
const named = (piece: string): Sql =>
  sql`t.id = any(array(select p.id from person p where bigrams(p.name) @@ ${pairsOf(piece)}::text::tsquery and p.name like ${containing(piece)}))`;

const standsBelow = (organisation: string): Sql =>
  sql`t.organisation in (select o.id from organisation o where o.path <@ (select a.path from organisation a where a.id = ${organisation}))`;
