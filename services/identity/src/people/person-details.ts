import {
  assertThat,
  dayInBeijing,
  FieldMasteredElsewhere,
  masteredFields,
  NumberInvalid,
  personFields,
  SourceNotYours,
  type Caller,
  type FieldSourceCode,
  type MasterCode,
  type PersonField,
} from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import type { Person } from './person.entity.js';
import { PersonNumbers, type Numbers } from './person-numbers.js';

/** What is told of a person; absent fields stay as they are, null takes one away. */
export interface Details extends Numbers {
  readonly name?: string | undefined;
}

/** In whose name it is told, and as of when. */
export interface Told {
  readonly source: FieldSourceCode;
  readonly asOf: Date;
}

/** Who may speak for which system; everybody else's changes are this platform's own. */
const speakers: Readonly<Record<MasterCode, readonly Caller['role'][]>> = {
  roll: ['rollManager', 'systemAdmin', 'app', 'service'],
  staffSystem: ['schoolAdmin', 'systemAdmin', 'app', 'service'],
};

/** In whose name a caller tells something now; nothing can be known as of a moment that has not come. */
export function toldBy(caller: Caller, source: FieldSourceCode, asOf: string | undefined, now: Date): Told {
  assertThat(!isMaster(source) || speakers[source].includes(caller.role), SourceNotYours);
  const at = asOf === undefined ? now : new Date(asOf);
  return { source, asOf: at < now ? at : now };
}

/** The system that keeps this field of this person, if one does. */
function masterOf({ sources }: Pick<Person, 'sources'>, field: PersonField): MasterCode | undefined {
  const source = sources[field]?.source;
  return source && isMaster(source) && masteredFields[source].some((owned) => owned === field) ? source : undefined;
}

/** The fields an import may write: none that another system keeps, none that somebody knew later. */
export function admitted(person: Pick<Person, 'sources'>, fields: readonly PersonField[], { source, asOf }: Told): PersonField[] {
  return fields.filter((field) => {
    const master = masterOf(person, field);
    return (master === undefined || master === source) && !knownLater(person, field, asOf);
  });
}

/** Telling something of a person: each field keeps who said it and as of when, and what a master system owns only it changes. */
@Injectable()
export class PersonDetails {
  constructor(private readonly numbers: PersonNumbers) {}

  /**
   * Writes what is told, except what is known from later; answers the fields that changed. Refuses with
   * {@link FieldMasteredElsewhere} to change what another system keeps. Replaced numbers are kept.
   */
  async tell(person: Person, details: Details, told: Told, work: Work): Promise<PersonField[]> {
    const before = this.standing(person);
    const sealed = { idNumber: person.idNumberSealed, pupilNumber: person.pupilNumberSealed };
    const given = personFields.filter((field) => details[field] !== undefined && !knownLater(person, field, told.asOf));
    this.put(person, details, given, told);
    const after = this.standing(person);
    const changed = personFields.filter((field) => before[field] !== after[field]);
    for (const field of changed) {
      const master = masterOf(person, field);
      if (master) assertThat(master === told.source, FieldMasteredElsewhere, { field, master });
    }
    this.credit(person, told.source === 'local' ? changed : [...new Set([...given, ...changed])], told);
    for (const kind of ['idNumber', 'pupilNumber'] as const)
      if (before[kind] && changed.includes(kind)) await keepFormer(person.id, kind, before[kind], sealed[kind]!, told.asOf, work);
    return changed;
  }

  /** Writes what is told of somebody new, of whom nothing is known yet. */
  tellNew(person: Person, details: Details, told: Told): void {
    const given = personFields.filter((field) => details[field] !== undefined);
    this.put(person, details, given, told);
    const after = this.standing(person);
    const known = personFields.filter((field) => after[field] !== null);
    this.credit(person, told.source === 'local' ? known : [...new Set([...given, ...known])], told);
  }

  private put(person: Person, details: Details, fields: readonly PersonField[], told: Told): void {
    const given = <F extends PersonField>(field: F): Details[F] => (fields.includes(field) ? details[field] : undefined);
    const [name, idNumber, birthDate] = [given('name'), given('idNumber'), given('birthDate')];
    if (name !== undefined) person.name = name;
    const born = !birthDate || (birthDate >= '1900-01-01' && birthDate <= dayInBeijing(told.asOf));
    assertThat(born, NumberInvalid, { field: 'birthDate', reason: 'date' });
    this.numbers.put(person, {
      idType: details.idNumber === undefined || idNumber !== undefined ? details.idType : undefined,
      idNumber,
      pupilNumber: given('pupilNumber'),
      phone: given('phone'),
      birthDate,
      gender: given('gender'),
    });
  }

  /** Each field as it can be compared. */
  private standing(person: Person): Record<PersonField, string | null> {
    return {
      name: person.name,
      idNumber: person.idNumberLookup,
      pupilNumber: person.pupilNumberLookup,
      phone: this.numbers.open(person.phoneSealed),
      birthDate: person.bornOn,
      gender: person.gender,
    };
  }

  private credit(person: Person, fields: readonly PersonField[], { source, asOf }: Told): void {
    const own = fields.filter((field) => [undefined, source].includes(masterOf(person, field)));
    person.sources = { ...person.sources, ...Object.fromEntries(own.map((field) => [field, { source, asOf: asOf.toISOString() }])) };
  }
}

const isMaster = (source: FieldSourceCode): source is MasterCode => source in masteredFields;

const knownLater = ({ sources }: Pick<Person, 'sources'>, field: PersonField, asOf: Date): boolean =>
  sources[field] !== undefined && new Date(sources[field].asOf) > asOf;

/** A number that is replaced still names the person: 学籍号 L becomes G, and old lists go on saying L. */
async function keepFormer(person: string, kind: string, lookup: string, sealed: string, at: Date, work: Work): Promise<void> {
  await work.query(
    `insert into former_number (person, kind, lookup, sealed, replaced_at) values ($1, $2, $3, $4, $5)
     on conflict (person, kind, lookup) do update set replaced_at = excluded.replaced_at`,
    [person, kind, lookup, sealed, at],
  );
}
