import {
  CLOCK,
  fieldProfiles,
  purposeCovers,
  type Caller,
  type ClassifiedField,
  type Clock,
  type FieldProfileName,
  type Role,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ConsentStanding } from '../consents/standing.js';
import { FirstParty } from './first-party.js';
import { maskedName, maskedNumber } from './names.js';
import type { Person } from './person.entity.js';
import { PersonNumbers } from './person-numbers.js';

/** Who reads the names of pupils and guardians within reach: the school's people, those who keep the rolls, the family itself. */
const closeToPupils: readonly Role[] = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'rollManager', 'systemAdmin', 'pupil', 'guardian'];

/** Whether this role reads the names of pupils and guardians within its reach. */
export const isCloseToPupils = (role: Role): boolean => closeToPupils.includes(role);

/** What a person reads in the platform's own pages; numbers in full take a reason, see disclosing. */
const inOwnPages: readonly ClassifiedField[] = ['name', 'gender', 'birthMonth'];
const none: readonly ClassifiedField[] = [];

type Covered = readonly ClassifiedField[] | 'missing' | 'undeclared';

/** The columns that reading fields takes. */
export type FieldsOfPerson = Pick<
  Person,
  'id' | 'name' | 'kinds' | 'gender' | 'bornOn' | 'idNumberSealed' | 'pupilNumberSealed' | 'phoneSealed'
>;

/** Enough of a person to say whether an app may hear their name. */
export type PersonToldOf = Pick<Person, 'id' | 'name' | 'kinds'>;

/** A person as one caller may see them. */
export interface PersonShown {
  readonly name: string;
  readonly masked: boolean;
  readonly gender: Person['gender'];
  readonly birthMonth: string | null;
  readonly idNumber: string | null;
  readonly pupilNumber: string | null;
  readonly phone: string | null;
  readonly consent: 'missing' | 'undeclared' | null;
}

/**
 * The one way in which personal fields leave identity. In the platform's own pages names are in clear for whoever has business
 * with them; an app reads what its field profile names where it is selected; everything else is masked.
 */
@Injectable()
export class PeopleFields {
  constructor(
    private readonly store: Store,
    private readonly firstParty: FirstParty,
    private readonly numbers: PersonNumbers,
    private readonly consents: ConsentStanding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * How this caller reads these people, decided once for a whole list. `at` says where the caller meets each of them: the
   * organisation of the post, the class or the record.
   */
  async of(
    caller: Caller,
    people: readonly FieldsOfPerson[],
    at: (person: FieldsOfPerson) => string,
  ): Promise<ReadonlyMap<string, PersonShown>> {
    const close = caller.kind === 'app' || isCloseToPupils(caller.role as Role);
    const own = caller.kind === 'person' && (await this.firstParty.includes(caller.client));
    if (own) return new Map(people.map((person) => [person.id, this.shown(person, close || !isFamily(person) ? inOwnPages : none)]));
    const profiles = await this.profilesAt(caller, [...new Set(people.map(at))]);
    const covered = await this.coveredOf(caller, people);
    return new Map(
      people.map((person) => {
        const given = (close || !isFamily(person) ? profiles.get(at(person)) : undefined) ?? none;
        const of = isPupil(person) ? covered(person.id) : given;
        if (of === 'missing') return [person.id, onlyId];
        if (of === 'undeclared') return [person.id, { ...this.shown(person, none), consent: of }];
        return [
          person.id,
          this.shown(
            person,
            given.filter((field) => of.includes(field)),
          ),
        ];
      }),
    );
  }

  /** One person, met here. */
  async ofOne(caller: Caller, person: FieldsOfPerson, at: string): Promise<PersonShown> {
    return (await this.of(caller, [person], () => at)).get(person.id)!;
  }

  /** The name an app hears of whoever signs in to it: their own, except a pupil's for whom it may not read. */
  async nameToldTo(client: string, person: PersonToldOf): Promise<string> {
    if (await this.firstParty.includes(client)) return person.name;
    if (!isPupil(person)) return person.name;
    const covered = (await this.coveredOf({ client }, [person]))(person.id);
    if (covered === 'missing') return onlyId.name;
    return covered !== 'undeclared' && covered.includes('name') ? person.name : maskedName(person.name);
  }

  /** Numbers are opened when they are asked for: a list shows one of the three. */
  private shown(person: FieldsOfPerson, given: readonly ClassifiedField[]): PersonShown {
    const clear = (field: ClassifiedField) => given.includes(field);
    const number = (field: ClassifiedField, sealed: string | null, first: number, last: number) => {
      const opened = this.numbers.open(sealed);
      return opened === null || clear(field) ? opened : maskedNumber(opened, first, last);
    };
    return {
      name: clear('name') ? person.name : maskedName(person.name),
      masked: !clear('name'),
      gender: clear('gender') ? person.gender : null,
      birthMonth: clear('birthMonth') ? (person.bornOn?.slice(0, 7) ?? null) : null,
      get idNumber() {
        return number('idNumber', person.idNumberSealed, 2, 2);
      },
      get pupilNumber() {
        return number('pupilNumber', person.pupilNumberSealed, 3, 2);
      },
      get phone() {
        return number('phone', person.phoneSealed, 6, 4);
      },
      consent: null,
    };
  }

  /** The fields that an app's purposes cover of a pupil; or that it declared none, or that none of them holds for this pupil. */
  private async coveredOf({ client }: Pick<Caller, 'client'>, people: readonly PersonToldOf[]): Promise<(pupil: string) => Covered> {
    const pupils = people.filter(isPupil).map(({ id }) => id);
    const covering = pupils.length === 0 ? undefined : await this.consents.covering(client, pupils);
    if (!covering) return () => 'undeclared';
    return (pupil) => {
      const purposes = covering(pupil);
      return purposes.length === 0 ? 'missing' : purposes.flatMap((purpose) => purposeCovers[purpose].fields);
    };
  }

  /** What the client reads in clear at each of these organisations: by its selections there and above, as far as the app's own profile goes. */
  private async profilesAt(caller: Caller, organisations: readonly string[]): Promise<ReadonlyMap<string, readonly ClassifiedField[]>> {
    const rows = await this.store.read<{ id: string; selected: FieldProfileName; approved: FieldProfileName }>(
      sql`select o.id, s.profile as selected, p.profile as approved
          from organisation o join organisation a on a.path @> o.path join selection s on s.organisation = a.id join app p on p.id = s.app
          where o.id = any(${organisations}::uuid[]) and s.client = ${caller.client} and s.state = 'selected' and s.held is null
            and (s.until is null or s.until > ${this.clock.now()})`,
    );
    const given = new Map<string, readonly ClassifiedField[]>();
    for (const { id, selected, approved } of rows) {
      const limit: readonly ClassifiedField[] = fieldProfiles[approved].fields;
      const fields = fieldProfiles[selected].fields.filter((field) => limit.includes(field));
      given.set(id, [...(given.get(id) ?? []), ...fields]);
    }
    return given;
  }
}

const isFamily = ({ kinds }: PersonToldOf): boolean => kinds.includes('pupil') || kinds.includes('guardian');
const isPupil = ({ kinds }: PersonToldOf): boolean => kinds.includes('pupil');

/** A pupil for whom the app has no consent: that there is one, and nothing more. */
const onlyId: PersonShown = {
  name: '*',
  masked: true,
  gender: null,
  birthMonth: null,
  idNumber: null,
  pupilNumber: null,
  phone: null,
  consent: 'missing',
};
