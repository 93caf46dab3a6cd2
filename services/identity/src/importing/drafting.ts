import { Refusal } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { LookAlikes, type Asked } from '../merging/look-alikes.js';
import { kindOf, Person } from '../people/person.entity.js';
import { PersonDetails, type Told } from '../people/person-details.js';
import { PersonNumbers } from '../people/person-numbers.js';
import type { RosterPerson } from './roster.js';

/** Where people are imported, and in whose name the files speak. */
export interface Source {
  readonly school: string;
  readonly told: Told;
}

/** By what a row's numbers are found again. */
interface Lookups {
  readonly idNumberLookup: string | undefined;
  readonly pupilNumberLookup: string | undefined;
}

/** A person who is not registered yet, and what look-alikes are asked for. */
interface Draft {
  readonly person: Person;
  readonly asked: readonly Asked[];
}

/** What takes time, and can be made of rows before it is known what is registered. */
export type Ahead = ReadonlyMap<RosterPerson, { readonly lookups: Lookups; readonly draft: Draft | undefined }>;

/** Makes people of rows, ahead where there is time: none of it asks the database. */
@Injectable()
export class Drafting {
  constructor(
    private readonly numbers: PersonNumbers,
    private readonly details: PersonDetails,
    private readonly lookAlikes: LookAlikes,
  ) {}

  /** What can be made of a row ahead; with a draft where it is likely that its person is new. */
  prepare(row: RosterPerson, source: Source, isLikelyNew: boolean) {
    return { lookups: this.lookupsOf(row), draft: isLikelyNew && !row.ended ? this.draftOf(row, source) : undefined };
  }

  lookupsOf({ idType = '1', idNumber, pupilNumber }: RosterPerson): Lookups {
    return {
      idNumberLookup: idNumber === undefined ? undefined : this.numbers.idLookup(idType, idNumber),
      pupilNumberLookup: pupilNumber === undefined ? undefined : this.numbers.pupilLookup(pupilNumber),
    };
  }

  personOf(row: RosterPerson, { school, told }: Source): Person {
    const kinds = [...new Set(row.posts.filter(({ ended }) => !ended).map(({ role }) => kindOf(role)))].sort();
    const person = Object.assign(new Person(), { id: newId(), organisation: school, kinds });
    this.details.tellNew(person, { ...detailsOf(row), idType: row.idNumber && (row.idType ?? '1') }, told);
    return person;
  }

  askedOf(person: Person, { idNumber, pupilNumber }: RosterPerson): Asked[] {
    return this.lookAlikes.askedOf(person, { idNumber: idNumber ?? null, pupilNumber: pupilNumber ?? null });
  }

  /** None of what cannot be: it is refused when its turn comes. */
  private draftOf(row: RosterPerson, source: Source): Draft | undefined {
    try {
      const person = this.personOf(row, source);
      return { person, asked: this.askedOf(person, row) };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}

export const detailsOf = ({ name, idNumber, pupilNumber, phone, gender, birthDate }: RosterPerson) => ({
  name,
  idNumber,
  pupilNumber,
  phone,
  gender,
  birthDate,
});
