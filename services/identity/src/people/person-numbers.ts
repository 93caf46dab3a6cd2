import { assertThat, NumberInvalid, PersonKnown, refuse } from '@lianxue/contracts';
import { Sealer, sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { tidy, birthIn, isBuiltLikeCitizens, checkIdNumber, checkPhone, checkPupilNumber, type Checked } from './numbers.js';
import { Person, type GenderCode } from './person.entity.js';

/** The numbers of a person as they are told; absent ones stay as they are, null takes one away. */
export interface Numbers {
  readonly idType?: string | undefined;
  readonly idNumber?: string | null | undefined;
  readonly pupilNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly gender?: GenderCode | null | undefined;
  readonly birthDate?: string | null | undefined;
}

/** Sealing numbers on a person, and finding the person by one. */
@Injectable()
export class PersonNumbers {
  constructor(private readonly sealer: Sealer) {}

  /** Checks and seals what is given; refuses with {@link NumberInvalid}. */
  put(person: Person, { idType, idNumber, pupilNumber, phone, gender, birthDate }: Numbers): void {
    if (gender !== undefined) person.gender = gender;
    if (birthDate !== undefined) person.bornOn = birthDate;
    // Another type for the same number: the number has to hold for it too.
    const number = idNumber === undefined && idType !== undefined ? this.open(person.idNumberSealed) : idNumber;
    const before = person.idNumberSealed;
    if (number !== undefined) this.putIdNumber(person, idType ?? person.idType ?? '1', number);
    if (pupilNumber !== undefined) {
      const kept = pupilNumber === null ? null : held('pupilNumber', checkPupilNumber(pupilNumber));
      person.pupilNumberSealed = kept && this.sealer.seal(kept);
      person.pupilNumberLookup = kept && this.pupilLookup(kept);
    }
    if (phone !== undefined) {
      const kept = phone === null ? null : held('phone', checkPhone(phone));
      person.phoneSealed = kept && this.sealer.seal(kept);
      person.phoneLookup = kept && phoneLookup(this.sealer, kept);
    }
    this.putBirth(person, person.idNumberSealed === before ? undefined : (number ?? null));
  }

  private putIdNumber(person: Person, type: string, raw: string | null): void {
    const number = raw === null ? null : held('idNumber', checkIdNumber(type, raw));
    person.idType = number === null ? null : type;
    person.idNumberSealed = number && this.sealer.seal(number);
    person.idNumberLookup = number && this.idLookup(type, number);
  }

  /** A citizen's number is checked and tells the day of birth; a 学籍号 of kind G or J tells it where nothing else does. */
  private putBirth(person: Person, told: string | null | undefined): void {
    const citizen = told === undefined ? this.open(person.idNumberSealed) : told && tidy(told);
    if (citizen !== null && isBuiltLikeCitizens(person.idType!, citizen)) return void Object.assign(person, birthIn(citizen));
    const pupil = person.bornOn === null ? this.open(person.pupilNumberSealed) : null;
    if (pupil === null || pupil.startsWith('L')) return;
    const { bornOn, gender } = birthIn(pupil);
    Object.assign(person, { bornOn, gender: person.gender ?? gender });
  }

  /** Refuses with {@link PersonKnown} when another open record carries one of these numbers, or carried it before. */
  async refuseKnown(person: Person, work: Work): Promise<void> {
    const { id, idNumberLookup, pupilNumberLookup } = person;
    if (!idNumberLookup && !pupilNumberLookup) return;
    const others = await work.all(
      Person,
      sql`(t.id_number_lookup = ${idNumberLookup} or t.pupil_number_lookup = ${pupilNumberLookup}
             or t.id in (select f.person from former_number f where (f.kind, f.lookup) in (('idNumber', ${idNumberLookup}), ('pupilNumber', ${pupilNumberLookup}))))
           and not t.closed and t.id <> ${id}`,
      1,
    );
    assertThat(others.length === 0, PersonKnown);
  }

  /** Whether a text is a number of this person. */
  isOf(text: string, { idType, idNumberLookup, pupilNumberLookup }: Person): boolean {
    const number = tidy(text);
    return (idType !== null && this.idLookup(idType, number) === idNumberLookup) || this.pupilLookup(number) === pupilNumberLookup;
  }

  /** A 学籍号 as it is kept; refuses one that cannot be. */
  pupilNumber(raw: string): string {
    return held('pupilNumber', checkPupilNumber(raw));
  }

  idLookup(type: string, number: string): string {
    return this.sealer.lookup('idNumber', `${type}:${number}`);
  }

  pupilLookup(number: string): string {
    return this.sealer.lookup('pupilNumber', number);
  }

  open(sealed: string | null): string | null {
    return sealed === null ? null : this.sealer.open(sealed);
  }
}

/** By what everybody with the same phone is found. */
export const phoneLookup = (sealer: Sealer, number: string): string => sealer.lookup('phone', number);

function held(field: 'idNumber' | 'pupilNumber' | 'phone', { number, fault }: Checked): string {
  if (fault) throw refuse(NumberInvalid, { field, reason: fault });
  return number;
}
