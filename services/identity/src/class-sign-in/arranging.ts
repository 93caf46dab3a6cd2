import {
  assertThat,
  ClassPicturesGone,
  classSignInFacts,
  CLOCK,
  inBeijing,
  pupilPictures,
  pupilPinFacts,
  PupilNotInClass,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PeopleFields } from '../people/people-fields.js';
import { Passwords } from '../people/passwords.js';
import { ReadingPeople } from '../people/reading-people.js';
import type { SchoolClass } from '../rosters/school-class.entity.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { ClassSignIn } from './class-sign-in.entity.js';
import { classCodeLookup, newClassCode, newPin } from './codes.js';
import { PupilPin } from './pupil-pin.entity.js';
import { YoungClasses } from './young-classes.js';

/** A code outlives a term, so that no lesson ends with it, and not a school year. */
const heldDays = 150;

/** A PIN that was just made, on its way to the sheet. */
interface Fresh {
  readonly pin: string;
  readonly hash: string;
}

/** What a class needs to sign in: its code, a picture and a PIN for each pupil, and the sheet they are printed on. */
@Injectable()
export class ArrangingClassSignIn {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly passwords: Passwords,
    private readonly classes: YoungClasses,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async setCode({ classId, pins }: InputOf<typeof identity.setClassSignInCode>, call: Call) {
    const young = await this.classes.read(classId, call);
    const pupils = await this.classes.pupils(young);
    const had = new Set((await this.pinsOf(classId)).map(({ person }) => person));
    const fresh = await this.makePins(pins === 'all' ? pupils : pupils.filter((person) => !had.has(person)));
    await this.revocations.commit(call, async (work, revoke) => {
      const locked = await this.classes.locked(classId, call, work);
      await this.renewCode(locked, work);
      // Whom a colleague gave a PIN in the meantime keeps it, unless all are set anew.
      await this.give(locked, pupils, fresh, work, revoke, pins === 'all');
    });
    return this.sheet(young, pupils, call, fresh);
  }

  async read({ classId }: InputOf<typeof identity.classSignInSheet>, call: Call) {
    const young = await this.classes.read(classId, call);
    return this.sheet(young, await this.classes.pupils(young), call);
  }

  async resetPin({ classId, person }: InputOf<typeof identity.resetPupilPin>, call: Call) {
    const young = await this.classes.read(classId, call);
    const pupils = await this.classes.pupils(young);
    assertThat(pupils.includes(person), PupilNotInClass);
    const fresh = await this.makePins([person]);
    await this.revocations.commit(call, async (work, revoke) =>
      this.give(await this.classes.locked(classId, call, work), pupils, fresh, work, revoke, true),
    );
    return (await this.sheet(young, [person], call, fresh)).pupils[0]!;
  }

  private async makePins(pupils: readonly string[]): Promise<Map<string, Fresh>> {
    const made = pupils.map(async (person) => {
      const pin = newPin();
      return [person, { pin, hash: await this.passwords.hash(pin) }] as const;
    });
    return new Map(await Promise.all(made));
  }

  private async renewCode({ id, organisation }: SchoolClass, work: Work): Promise<void> {
    const code = newClassCode();
    const codeLookup = classCodeLookup(this.sealer, code);
    const until = new Date(this.clock.now().getTime() + heldDays * 86_400_000);
    const renewed = { organisation, codeSealed: this.sealer.seal(code), codeLookup, until };
    const [known] = await work.all(ClassSignIn, sql`t.class = ${id}`, 1);
    if (known) await work.update(Object.assign(known, renewed), classSignInFacts.changed);
    else await work.insert(Object.assign(new ClassSignIn(), { id: newId(), class: id, ...renewed }), classSignInFacts.opened);
  }

  /** Pictures of pupils who left go to those who came. */
  private async give(
    { id, organisation }: SchoolClass,
    pupils: readonly string[],
    fresh: Map<string, Fresh>,
    work: Work,
    revoke: (revoked: Revoked) => void,
    anew: boolean,
  ): Promise<void> {
    const kept = new Map<string, PupilPin>();
    for (const pin of await work.all(PupilPin, sql`t.class = ${id}`)) {
      if (pupils.includes(pin.person)) kept.set(pin.person, pin);
      else await work.remove(pin, pupilPinFacts.changed);
    }
    const taken = new Set([...kept.values()].map(({ picture }) => picture));
    const free = pupilPictures.filter(({ key }) => !taken.has(key));
    for (const [person, { hash }] of fresh) {
      const pin = kept.get(person);
      if (pin && anew) {
        await work.update(Object.assign(pin, { organisation, pinHash: hash }), pupilPinFacts.changed);
        revoke({ kind: 'subject', value: person });
      } else if (pin) fresh.delete(person);
      else {
        const next = free.shift();
        assertThat(next, ClassPicturesGone);
        const given = { id: newId(), organisation, class: id, person, picture: next.key, pinHash: hash };
        await work.insert(Object.assign(new PupilPin(), given), pupilPinFacts.given);
      }
    }
  }

  private async sheet(young: SchoolClass, pupils: readonly string[], call: Call, fresh?: ReadonlyMap<string, Fresh>) {
    const [code] = await this.store.read<{ sealed: string; until: Date }>(
      sql`select code_sealed as sealed, until from class_sign_in where class = ${young.id} and until > ${this.clock.now()}`,
    );
    const pictures = new Map((await this.pinsOf(young.id)).map(({ person, picture }) => [person, picture]));
    const records = await this.people.byId(pupils);
    const shown = await this.fields.of(call.caller, records, () => young.organisation);
    return {
      class: young.id,
      title: young.title,
      code: code ? this.sealer.open(code.sealed) : null,
      until: code ? inBeijing(code.until) : null,
      pupils: pupils.map((person) => {
        const picture = pictures.get(person) ?? null;
        const pictureName = pupilPictures.find(({ key }) => key === picture)?.zh ?? null;
        return { person, name: shown.get(person)!.name, picture, pictureName, pin: fresh?.get(person)?.pin ?? null };
      }),
    };
  }

  private pinsOf(classId: string): Promise<{ person: string; picture: string }[]> {
    return this.store.read(sql`select person, picture from pupil_pin where class = ${classId}`);
  }
}
