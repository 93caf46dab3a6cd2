import {
  accountFacts,
  appFacts,
  cardFacts,
  classFacts,
  classSignInFacts,
  consentFacts,
  courseFacts,
  deletionRequestFacts,
  duplicateFacts,
  enrolmentFacts,
  filingPolicyFacts,
  invitationFacts,
  personFacts,
  pupilPinFacts,
  registrationTargetFacts,
  secondFactorFacts,
  signInLinkFacts,
  staffRecordFacts,
  termFacts,
  vendorFacts,
} from '@lianxue/contracts';
import { render, sql, type Aggregate, type AggregateClass, type FactOf, type Sql, type Work } from '@lianxue/persistence';
import { App } from '../apps/app.entity.js';
import { Card } from '../cards/card.entity.js';
import { ClassSignIn } from '../class-sign-in/class-sign-in.entity.js';
import { PupilPin } from '../class-sign-in/pupil-pin.entity.js';
import { Consent } from '../consents/consent.entity.js';
import { DeletionRequest } from '../consents/deletion-request.entity.js';
import { Course } from '../courses/course.entity.js';
import { FilingPolicy } from '../filings/filing-policy.entity.js';
import { GuardianInvitation } from '../guardians/guardian-invitation.entity.js';
import { SignInLink } from '../identity-providers/sign-in-link.entity.js';
import { Duplicate } from '../merging/duplicate.entity.js';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import { RegistrationTarget } from '../registration/registration-target.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { SecondFactor } from '../second-factors/second-factor.entity.js';
import { StaffRecord } from '../staff-records/staff-record.entity.js';
import { Term } from '../terms/term.entity.js';
import { Vendor } from '../vendors/vendor.entity.js';

/** Rows that name an organisation in one column, as far as they live. */
interface Passing {
  /** `table.column`. */
  readonly column: string;
  /** Over the row's alias `t`; it may ask what the successor has already. */
  readonly living: (into: string) => Sql;
  /** Answers how many rows it took, of those that came first by their ids. */
  readonly pass: (id: string, into: string, work: Work, atMost: number) => Promise<number>;
}

/** What belongs to an organisation while it lives and passes over as it is. Ended and closed rows are history and stay. */
export const passing: readonly Passing[] = [
  passes('person.organisation', Person, personFacts.changed, () => sql`not t.closed`),
  passes('account.organisation', Account, accountFacts.moved, () => sql`not t.closed`),
  passes('second_factor.organisation', SecondFactor, secondFactorFacts.moved),
  passes('sign_in_link.organisation', SignInLink, signInLinkFacts.moved),
  passes('staff_record.organisation', StaffRecord, staffRecordFacts.moved),
  passes('card.organisation', Card, cardFacts.moved, () => sql`t.state <> 'returned'`),
  passes('course.organisation', Course, courseFacts.changed, () => sql`not t.ended`),
  passes('school_class.organisation', SchoolClass, classFacts.changed, () => sql`not t.ended`),
  passes('enrolment.organisation', Enrolment, enrolmentFacts.changed, () => sql`not t.ended`),
  passes('class_sign_in.organisation', ClassSignIn, classSignInFacts.moved),
  passes('pupil_pin.organisation', PupilPin, pupilPinFacts.moved),
  passes('guardian_invitation.organisation', GuardianInvitation, invitationFacts.moved, () => sql`t.state in ('offered', 'claimed')`),
  passes('consent.organisation', Consent, consentFacts.moved, () => sql`t.state in ('given', 'refused')`),
  passes('deletion_request.organisation', DeletionRequest, deletionRequestFacts.moved, () => sql`t.state = 'asked'`),
  passes('duplicate.organisation', Duplicate, duplicateFacts.changed, () => sql`t.state = 'open'`),
  passes('app.organisation', App, appFacts.changed),
  passes('app.authority', App, appFacts.changed),
  passes('vendor.authority', Vendor, vendorFacts.changed),
  // What the successor has set itself holds.
  passes(
    'filing_policy.organisation',
    FilingPolicy,
    filingPolicyFacts.set,
    (into) => sql`not exists (select 1 from filing_policy h where h.organisation = ${into})`,
  ),
  passes(
    'registration_target.organisation',
    RegistrationTarget,
    registrationTargetFacts.set,
    (into) => sql`not exists (select 1 from registration_target h where h.organisation = ${into} and h.who = t.who)`,
  ),
  passes(
    'term.organisation',
    Term,
    termFacts.changed,
    (into) =>
      sql`not t.withdrawn and not exists (select 1 from term h where h.organisation = ${into} and not h.withdrawn
            and h.kind = t.kind and h.school_year = t.school_year and h.ordinal is not distinct from t.ordinal and h.stage is not distinct from t.stage
            and (t.kind <> 'gradingPeriod' or h.parent is not distinct from t.parent))`,
  ),
];

/** Columns of which a rule of its own says what passes over. */
export const passesByRule: readonly string[] = [
  'assignment.organisation',
  'organisation_record.parent',
  'organisation_record.planned_parent',
  'post.organisation',
  'selection.organisation',
  'sign_in_policy.organisation',
  'sub_platform.organisation',
  'transfer.from_school',
  'transfer.organisation',
];

/** What stays with the merged one, and why. It stands below its successor, whose administrators therefore reach it. */
export const stays: Readonly<Record<string, string>> = {
  'app_use.organisation': 'whose people used an app then',
  'app_purposes.organisation': 'its version is the text that families agreed to, and goes up with any change',
  'disclosure.acting': 'for whom somebody acted who read it then',
  'disclosure.organisation': 'a record of what was read then',
  'filing_notice.organisation': 'a notice that was given then',
  'identity_provider.organisation': 'whom it vouches for is for the successor to decide: trust grows by no merger',
  'merger.organisation': 'a merging of people that was made then; undone, it follows the people',
  'movement.organisation': 'a record of what happened then',
  'movement.other': 'the other school of what happened then',
  'organisation_history.organisation': 'what it was on each day',
  'organisation_history.parent': 'who managed it on each day',
  'organisation_history.successor': 'what became of it on that day',
  'organisation_name.organisation': 'names are looked up at the successor since the merger itself',
  'organisation_record.organisation': 'its own id',
  'organisation_record.successor': 'where an earlier one went; the way goes on from there',
  'promotion.organisation': 'what it has done is history; classes it did not reach are promoted where they are now, each once a year',
  'sandbox.county': 'made for the sandbox; it is never merged',
  'sandbox.organisation': 'follows its app',
  'sandbox.school': 'made for the sandbox; it is never merged',
  'text_message.organisation': 'a record of what was sent; one that waits goes out as it is',
  'vendor.organisation': 'the papers are those of the company that was; its successor has its own',
};

/** How many rows pass over. */
export async function countPassing(id: string, into: string, work: Work): Promise<number> {
  let rows = 0;
  for (const { column, living } of passing) {
    const [table, name] = column.split('.');
    const { text, values } = render(living(into), 2);
    const [counted] = await work.query<{ rows: number }>(`select count(*)::int as rows from ${table} t where t.${name} = $1 and ${text}`, [
      id,
      ...values,
    ]);
    rows += counted!.rows;
  }
  return rows;
}

function passes<E extends Aggregate>(
  column: `${string}.${'organisation' | 'authority'}`,
  type: AggregateClass<E>,
  happened: FactOf<E>,
  living: Passing['living'] = () => sql`true`,
): Passing {
  const name = column.endsWith('.authority') ? 'authority' : 'organisation';
  const named = (id: string) => (name === 'authority' ? sql`t.authority = ${id}` : sql`t.organisation = ${id}`);
  const pass: Passing['pass'] = async (id, into, work, atMost) => {
    const rows = await work.all(type, sql`${named(id)} and ${living(into)}`, atMost);
    await work.updateAll(
      rows.map((row) => Object.assign(row, { [name]: into })),
      happened,
    );
    return rows.length;
  };
  return { column, living, pass };
}
