import { assertThat, NumberInvalid, PersonKnown, refuse } from '@lianxue/contracts';
import { Sealer, sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { birthIn, checkIdNumber, checkPhone, checkPupilNumber, type Checked } from './numbers.js';
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
    if (idType !== undefined && idNumber !== null) person.idType = idType;
    if (idNumber !== undefined) {
      const number = idNumber === null ? null : held('idNumber', checkIdNumber(person.idType ?? '1', idNumber));
      person.idType = number === null ? null : (person.idType ?? '1');
      person.idNumberSealed = number && this.sealer.seal(number);
      person.idNumberLookup = number && this.idLookup(person.idType!, number);
    }
    if (pupilNumber !== undefined) {
      const number = pupilNumber === null ? null : held('pupilNumber', checkPupilNumber(pupilNumber));
      person.pupilNumberSealed = number && this.sealer.seal(number);
      person.pupilNumberLookup = number && this.pupilLookup(number);
    }
    if (phone !== undefined) {
      const number = phone === null ? null : held('phone', checkPhone(phone));
      person.phoneSealed = number && this.sealer.seal(number);
    }
    this.putBirth(person);
  }

  /** A citizen's number is checked and tells the day of birth; a 学籍号 of kind G or J tells it where nothing else does. */
  private putBirth(person: Person): void {
    const citizen = person.idType === '1' ? this.open(person.idNumberSealed) : null;
    if (citizen !== null) return void Object.assign(person, birthIn(citizen));
    const pupil = person.bornOn === null ? this.open(person.pupilNumberSealed) : null;
    if (pupil === null || pupil.startsWith('L')) return;
    const { bornOn, gender } = birthIn(pupil);
    Object.assign(person, { bornOn, gender: person.gender ?? gender });
  }

  /** Refuses with {@link PersonKnown} when another open record carries one of these numbers. */
  async refuseKnown(person: Person, work: Work): Promise<void> {
    const { id, idNumberLookup, pupilNumberLookup } = person;
    if (!idNumberLookup && !pupilNumberLookup) return;
    const others = await work.all(
      Person,
      sql`(t.id_number_lookup = ${idNumberLookup} or t.pupil_number_lookup = ${pupilNumberLookup}) and not t.closed and t.id <> ${id}`,
      1,
    );
    assertThat(others.length === 0, PersonKnown);
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

function held(field: 'idNumber' | 'pupilNumber' | 'phone', { number, fault }: Checked): string {
  if (fault) throw refuse(NumberInvalid, { field, reason: fault });
  return number;
}
