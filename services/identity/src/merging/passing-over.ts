import {
  accountFacts,
  cardFacts,
  consentFacts,
  deletionRequestFacts,
  duplicateFacts,
  enrolmentFacts,
  invitationFacts,
  movementFacts,
  personFacts,
  postFacts,
  pupilPinFacts,
  secondFactorFacts,
  signInLinkFacts,
  staffRecordFacts,
} from '@lianxue/contracts';
import { sql, type Aggregate, type AggregateClass, type FactOf, type Work } from '@lianxue/persistence';
import { Card } from '../cards/card.entity.js';
import { PupilPin } from '../class-sign-in/pupil-pin.entity.js';
import { Consent } from '../consents/consent.entity.js';
import { DeletionRequest } from '../consents/deletion-request.entity.js';
import { GuardianInvitation } from '../guardians/guardian-invitation.entity.js';
import { SignInLink } from '../identity-providers/sign-in-link.entity.js';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Movement } from '../pupils/movement.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { SecondFactor } from '../second-factors/second-factor.entity.js';
import { StaffRecord } from '../staff-records/staff-record.entity.js';
import { Duplicate } from './duplicate.entity.js';
import type { Step } from './merger.entity.js';

/** The things a merging touches, with the fact of a changed one. */
const things = {
  post: { type: Post, changed: postFacts.changed },
  enrolment: { type: Enrolment, changed: enrolmentFacts.changed },
  account: { type: Account, changed: accountFacts.moved },
  movement: { type: Movement, changed: movementFacts.corrected },
  person: { type: Person, changed: personFacts.changed },
  consent: { type: Consent, changed: consentFacts.moved },
  invitation: { type: GuardianInvitation, changed: invitationFacts.moved },
  staffRecord: { type: StaffRecord, changed: staffRecordFacts.moved },
  secondFactor: { type: SecondFactor, changed: secondFactorFacts.moved },
  card: { type: Card, changed: cardFacts.moved },
  pupilPin: { type: PupilPin, changed: pupilPinFacts.moved },
  deletionRequest: { type: DeletionRequest, changed: deletionRequestFacts.moved },
  duplicate: { type: Duplicate, changed: duplicateFacts.changed },
  signInLink: { type: SignInLink, changed: signInLinkFacts.moved },
} as const;
type Thing = keyof typeof things;
type Row<T extends Thing> = InstanceType<(typeof things)[T]['type']>;

/** One thing as any thing: which facts go with which rows is said by the table above. */
const any = (thing: Thing) => things[thing] as unknown as { readonly type: AggregateClass; readonly changed: FactOf<Aggregate> };

/** Changes rows and remembers what was changed. */
export class PassingOver {
  readonly steps: Step[] = [];

  constructor(private readonly work: Work) {}

  async change<T extends Thing>(thing: T, row: Row<T>, after: Partial<Row<T>>): Promise<void> {
    const before = Object.fromEntries((Object.keys(after) as (keyof Row<T>)[]).map((key) => [key, row[key]]));
    this.steps.push({ thing, id: row.id, before, after: { ...after } });
    Object.assign(row, after);
    await this.work.update(row, any(thing).changed);
  }

  /** Moves all rows of a kind that name the person; `clash` says what becomes of one whose like the successor holds already: a change, or nothing. */
  async moveAll<T extends 'post' | 'enrolment' | 'movement' | 'staffRecord' | 'card' | 'pupilPin'>(
    thing: T,
    from: string,
    into: string,
    clash: (row: Row<T>, held: readonly Row<T>[]) => Partial<Row<T>> | 'stays' | undefined = () => undefined,
    also: (row: Row<T>) => Partial<Row<T>> = () => ({}),
  ): Promise<void> {
    const rows = (await this.work.all(any(thing).type, sql`t.person in (${from}, ${into})`, 10_000)) as Row<T>[];
    const held = rows.filter(({ person }) => person === into);
    for (const row of rows.filter(({ person }) => person === from)) {
      const after = clash(row, held) ?? { ...also(row), person: into };
      if (after !== 'stays') await this.change(thing, row, after);
    }
  }
}

/**
 * Puts one row back as it was: columns that somebody has changed since stay as they are, lists lose what the merging added and
 * get back what it took. Answers whether the row was still the successor's to give back.
 */
export async function putBack({ thing, id, before, after }: Step, into: string, work: Work): Promise<boolean> {
  const { type, changed } = any(thing);
  const [row] = await work.all(type, sql`t.id = ${id}`, 1);
  if (!row) return false;
  const now = row as unknown as Record<string, unknown>;
  for (const [key, was] of Object.entries(before)) {
    if (after[key] === into && now[key] !== into) return false;
    if (JSON.stringify(now[key]) === JSON.stringify(after[key])) now[key] = was;
    else if (isList(was) && isList(after[key]) && isList(now[key])) now[key] = withoutMerging(now[key], was, after[key]);
  }
  await work.update(row, changed);
  return true;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const withoutMerging = (now: readonly unknown[], was: readonly unknown[], became: readonly unknown[]): unknown[] => [
  ...new Set([...now.filter((one) => was.includes(one) || !became.includes(one)), ...was.filter((one) => !became.includes(one))]),
];
