import {
  actingOrganisation,
  assertThat,
  disclosureFacts,
  inBeijing,
  OwnPagesOnly,
  type Call,
  type ClassifiedField,
  type identity,
  type InputOf,
  type PostRole,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { itself } from '../itself.js';
import { FirstParty } from '../people/first-party.js';
import type { Person } from '../people/person.entity.js';
import { PersonNumbers } from '../people/person-numbers.js';
import { ReadingPeople } from '../people/reading-people.js';
import { OwnClasses } from '../rosters/own-classes.js';
import { Disclosure } from './disclosure.entity.js';

/** Reading a person in full: by right, for a reason, and never without a trace. */
@Injectable()
export class DisclosingPeople {
  constructor(
    private readonly store: Store,
    private readonly firstParty: FirstParty,
    private readonly ownClasses: OwnClasses,
    private readonly people: ReadingPeople,
    private readonly numbers: PersonNumbers,
  ) {}

  /** The record is committed before the values are said. */
  async disclose({ personId, reason, note, fields }: InputOf<typeof identity.disclosePerson>, call: Call) {
    assertThat(await this.firstParty.includes(call.caller.client), OwnPagesOnly);
    const { person, at } = await this.people.met(personId, call);
    await this.ownClasses.refuseOthers(call.caller, personId);
    const asked = [...new Set(fields)];
    const disclosure = Object.assign(new Disclosure(), {
      id: newId(),
      organisation: at,
      person: personId,
      reader: call.caller.subject,
      role: call.caller.role as PostRole,
      acting: actingOrganisation(call.caller),
      reason,
      note,
      fields: asked,
    });
    // A repeated Idempotency-Key makes no second record and answers what the first one did.
    return this.store.commit(call, async (work) => {
      await work.insert(disclosure, disclosureFacts.made);
      return { id: disclosure.id, person: personId, ...this.values(person, asked) };
    });
  }

  /** What was read of the caller and of whom they answer for. */
  async mine(paging: InputOf<typeof identity.myDisclosures>, call: Call) {
    const ids = [...new Set([call.caller.subject, ...call.caller.about])];
    const merged = sql`array(select p.id from person p where p.merged_into = any(${ids}::uuid[]))`;
    const where = sql`t.person = any(${ids}::uuid[] || ${merged})`;
    const { items, ...rest } = await this.store.page(Disclosure, { ...call, caller: itself }, { where, ...paging }, (row) => row);
    const names = await this.store.read<{ id: string; reader: string; organisation: string }>(
      sql`select d.id, p.name as reader, r.name as organisation from disclosure d join person p on p.id = d.reader
            join organisation_record r on r.id = d.acting where d.id = any(${items.map(({ id }) => id)}::uuid[])`,
    );
    const named = new Map(names.map(({ id, ...name }) => [id, name]));
    return {
      items: items.map(({ id, person, createdAt, reader, role, acting, reason, note, fields }) => ({
        id,
        person,
        at: inBeijing(createdAt),
        reader,
        readerName: named.get(id)!.reader,
        role,
        organisation: acting,
        organisationName: named.get(id)!.organisation,
        reason,
        note,
        fields,
      })),
      ...rest,
    };
  }

  private values(person: Person, fields: readonly ClassifiedField[]) {
    const all = {
      name: person.name,
      gender: person.gender,
      birthMonth: person.bornOn?.slice(0, 7) ?? null,
      birthDate: person.bornOn,
      pupilNumber: this.numbers.open(person.pupilNumberSealed),
      idNumber: this.numbers.open(person.idNumberSealed),
      phone: this.numbers.open(person.phoneSealed),
    };
    return Object.fromEntries(fields.map((field) => [field, all[field]])) as Partial<typeof all>;
  }
}
