import type { Caller, Role } from '@lianxue/contracts';
import { Injectable } from '@nestjs/common';
import { FirstParty } from './first-party.js';
import { maskedName } from './names.js';
import type { Person } from './person.entity.js';

/** Who reads the names of pupils and guardians within reach: the school's people, those who keep the rolls, the family itself. */
const closeToPupils: readonly Role[] = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'rollManager', 'systemAdmin', 'pupil', 'guardian'];

/** A name as one caller may read it. */
export interface NameShown {
  readonly name: string;
  readonly masked: boolean;
}

/**
 * Names are masked unless a person reads them through the platform's own pages: an app of a vendor, and an officer without
 * business at the school, see 张*. Numbers are masked for everybody.
 */
@Injectable()
export class Masking {
  constructor(private readonly firstParty: FirstParty) {}

  /** How this caller reads names; decided once for a whole list. */
  async of(caller: Caller): Promise<(person: Pick<Person, 'name' | 'isFamily'>) => NameShown> {
    const own = caller.kind === 'person' && (await this.firstParty.includes(caller.client));
    const close = closeToPupils.includes(caller.role as Role);
    return ({ name, isFamily }) => (own && (close || !isFamily) ? { name, masked: false } : { name: maskedName(name), masked: true });
  }
}
