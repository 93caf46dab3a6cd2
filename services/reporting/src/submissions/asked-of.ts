import {
  isAskedOf,
  refuse,
  SubmissionExists,
  SubmissionNotExpected,
  SubmissionNotYours,
  type Call,
  type OrganisationKind,
} from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { standingsWithin } from './standing.js';
import type { Submission } from './submission.entity.js';
import type { Terms } from './terms.js';

/** In whose place somebody fills in: their own, or as an authority that enters what it knows of the schools below it 代填. */
export type Filler = 'itself' | 'authority';

/** Whether the period asks this organisation: open, of a kind that fills in, below the authority that announced it. */
export async function expectFrom(organisation: string, period: Period, work: Work): Promise<void> {
  const [expected] = await work.query(
    `select 1 from organisation o join organisation authority on authority.path @> o.path
     join data_set d on d.id = $3 where o.id = $1 and not o.closed and authority.id = $2 and o.kind = any(d.filled_by)`,
    [organisation, period.organisation, period.dataSet],
  );
  if (!expected) throw refuse(SubmissionNotExpected);
}

/**
 * Who may fill in: the organisation itself, the school above a teaching point or campus for it 代填, and programs. An authority
 * enters drafts of the schools below it, which they submit. Answers the terms as they hold for the organisation: some indicators
 * are asked of one kind only.
 */
export async function termsFor(
  organisation: string,
  terms: Terms,
  { caller }: Call,
  work: Work,
  filler: Filler = 'itself',
): Promise<Terms> {
  const [unit] = await work.query<{ kind: OrganisationKind; answered: boolean | null }>(
    `select o.kind, o.kind in ('teachingPoint', 'campus') and s.kind in ('centralSchool', 'school') and s.path @> o.path as answered
     from organisation o left join organisation s on s.id = $2 where o.id = $1`,
    [organisation, caller.organisation ?? null],
  );
  const own = caller.kind !== 'person' || caller.organisation === organisation || unit?.answered;
  if (filler === 'itself' && !own) throw refuse(SubmissionNotYours);
  return unit ? askedOf(unit.kind, terms) : terms;
}

/** The terms as they hold for a kind of organisation: some indicators are asked of others alone. */
export const askedOf = (kind: OrganisationKind, terms: Terms): Terms => ({
  ...terms,
  indicators: terms.indicators.filter((indicator) => isAskedOf(indicator, kind)),
});

/** The terms of a submission that this caller may fill in now: of a state that can be filled in, within the windows of its period. */
export async function openToFilling(submission: Submission, work: Work, call: Call, now: Date, filler?: Filler): Promise<Terms> {
  const { terms: all, windows } = (await standingsWithin([submission], work)).get(submission.id)!;
  const terms = await termsFor(submission.organisation, all, call, work, filler);
  submission.make(submission.status === 'returned' ? 'revise' : 'fillIn');
  windows.holdOpenFor('school', now);
  return terms;
}

/** One submission per organisation and period; tells which it is, so that one can go on with it. */
export async function refuseSecond({ id, period, organisation }: Submission, work: Work): Promise<void> {
  const [other] = await work.query<{ id: string }>('select id from submission where period = $1 and organisation = $2 and id <> $3', [
    period,
    organisation,
    id,
  ]);
  if (other) throw refuse(SubmissionExists, { submission: other.id });
}
