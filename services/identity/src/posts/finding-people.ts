import { assertThat, NumberInvalid, OrganisationUnknown, type Call, type identity, type InputOf } from '@lianxue/contracts';
import { allOf, containing, sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { pairsOf } from '../organisations/searching.js';
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
    const where = allOf(sql`not t.closed`, below !== undefined && standsBelow(below));
    const among = this.among(sought);
    const { items: people, ...rest } = await this.store.page(Person, call, { where, among, limit, cursor }, (person) => person);
    const keeper = new Map(people.map(({ id, organisation }) => [id, organisation]));
    const names = await this.organisationNames(people.map(({ organisation }) => organisation));
    const shown = await this.fields.of(call.caller, people, ({ id }) => keeper.get(id)!);
    const items = people.map(({ id, organisation, kinds }) => {
      const { name, masked } = shown.get(id)!;
      return { person: id, name, masked, organisation, organisationName: names.get(organisation) ?? '', kinds };
    });
    return { items, ...rest };
  }

  /** One `select` of ids for each thing that is known, every one on an index; those of numbers hold open records alone. */
  private among({ name, idNumber, pupilNumber, username }: Omit<Search, 'below' | 'limit' | 'cursor'>): Sql | undefined {
    const known: Sql[] = [];
    if (name) known.push(named(name));
    if (idNumber) {
      const { number } = checkIdNumber('1', idNumber);
      assertThat(number, NumberInvalid, { field: 'idNumber', reason: 'check' });
      known.push(sql`select p.id from person p where p.id_number_lookup = ${this.numbers.idLookup('1', number)} and not p.closed`);
    }
    if (pupilNumber) {
      const { number } = checkPupilNumber(pupilNumber);
      assertThat(number, NumberInvalid, { field: 'pupilNumber', reason: 'form' });
      known.push(sql`select p.id from person p where p.pupil_number_lookup = ${this.numbers.pupilLookup(number)} and not p.closed`);
    }
    if (username) known.push(sql`select a.person from account a where a.username_key = ${usernameKey(username)} and not a.closed`);
    return known.reduce<Sql | undefined>((all, one) => (all ? sql`${all} intersect ${one}` : one), undefined);
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
  sql`select p.id from person p where bigrams(p.name) @@ ${pairsOf(piece)}::text::tsquery and p.name like ${containing(piece)}`;

const standsBelow = (organisation: string): Sql =>
  sql`exists (select 1 from organisation w where w.id = t.organisation and w.path <@ (select top.path from organisation top where top.id = ${organisation}) offset 0)`;
