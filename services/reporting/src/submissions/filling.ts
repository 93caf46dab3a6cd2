import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  CLOCK,
  isAskedOf,
  PeriodNotFound,
  refuse,
  SubmissionBrokenRules,
  SubmissionExists,
  submissionFacts,
  SubmissionNoLastPeriod,
  SubmissionNoReviewer,
  SubmissionNotExpected,
  SubmissionNotFound,
  SubmissionNotYours,
  type BrokenRule,
  type Call,
  type Clock,
  type Indicator,
  type InputOf,
  type OrganisationKind,
  type reporting,
  type Values,
} from '@lianxue/contracts';
import { newId, sql, Store, violates, type Work } from '@lianxue/persistence';
import { windowsFor } from '../collecting/exceptions-in-force.js';
import { Period } from '../collecting/period.entity.js';
import { KnownUnits } from '../completion/known-units.js';
import { faultsBeforeSubmit, judge, keepOn } from '../rules/judging.js';
import { askingWithin } from './asking.js';
import { merged, noteEdits } from './edits.js';
import { faultsIn, knownIn, unknownField } from './form-rules.js';
import { lastPeriodsOf } from './last-period.js';
import { keep, stepOf } from './review/trail.js';
import { weigh } from './risk.js';
import { standingsWithin, type Standing } from './standing.js';
import { Submission } from './submission.entity.js';
import { termsWithin, type Terms } from './terms.js';

/** A school fills in and submits; the rules of the form and the windows of the period hold it. */
@Injectable()
export class Filling {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(KnownUnits) private readonly units?: KnownUnits,
  ) {}

  async begin(input: InputOf<typeof reporting.beginSubmission>, call: Call): Promise<Submission> {
    const period = await this.store.one(Period, input.periodId, call, PeriodNotFound);
    const known = await this.knownOf(period, input.organisation);
    return this.store.commit(call, (work) => this.beginWithin(work, period, input, call, known));
  }

  /** As {@link begin}, of a period the caller meets, within a commit that also does something else. */
  async beginWithin(
    work: Work,
    period: Period,
    { id = newId(), organisation, values, remarks }: Omit<InputOf<typeof reporting.beginSubmission>, 'periodId'>,
    call: Call,
    known: Values = {},
  ): Promise<Submission> {
    await work.within(organisation);
    await expectFrom(organisation, period, work);
    (await windowsFor(period, organisation, work)).holdOpenFor('school', this.clock.now());
    const terms = await termsFor(organisation, await termsWithin(work, period.id), call, work);
    const filledBy = call.caller.organisation ?? organisation;
    const submission = Object.assign(new Submission(), {
      id,
      organisation,
      filledBy,
      period: period.id,
      form: period.form,
      figures: known,
    });
    fill(submission, { values, remarks }, terms, call);
    keepOn(submission, await judge(submission, terms, askingWithin(work)));
    await compare(submission, work);
    await refuseSecond(submission, work);
    const same = (existing: Submission) =>
      existing.period === period.id && existing.organisation === organisation && isDeepStrictEqual(existing.values, submission.values);
    return work.insert(submission, submissionFacts.drafted, same).catch((error: unknown) => {
      throw violates(error, 'submission_once') ? refuse(SubmissionExists, { submission: null }) : error;
    });
  }

  fillIn(input: InputOf<typeof reporting.fillInSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, (work) => this.fillInWithin(work, input, call));
  }

  /** As {@link fillIn}, within a commit that also does something else. */
  async fillInWithin(work: Work, { submissionId, ...filled }: InputOf<typeof reporting.fillInSubmission>, call: Call): Promise<Submission> {
    return this.keepValues(await work.target(Submission, submissionId, SubmissionNotFound), filled, work, call);
  }

  /** Some fields, beside what others have saved in other fields since the caller read it. */
  fillInFields({ submissionId, values }: InputOf<typeof reporting.fillInFields>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.one(Submission, submissionId, SubmissionNotFound);
      return this.keepValues(submission, { values: merged(submission, values, call.ifMatch) }, work, call);
    });
  }

  private async keepValues(submission: Submission, filled: Filled, work: Work, call: Call): Promise<Submission> {
    const { terms: all, windows } = await this.standing(submission, work);
    const terms = await termsFor(submission.organisation, all, call, work);
    submission.make(submission.status === 'returned' ? 'revise' : 'fillIn');
    windows.holdOpenFor('school', this.clock.now());
    const before = submission.values;
    fill(submission, filled, terms, call);
    noteEdits(submission, before);
    keepOn(submission, await judge(submission, terms, askingWithin(work)));
    await compare(submission, work);
    return work.update(submission, submissionFacts.saved);
  }

  submit({ submissionId }: InputOf<typeof reporting.submitSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) =>
      this.handIn(await work.target(Submission, submissionId, SubmissionNotFound), work, call),
    );
  }

  /** A quarter without change, confirmed in one step: what was approved in the last period, begun and submitted. */
  async confirmUnchanged(
    { id = newId(), periodId, organisation }: InputOf<typeof reporting.confirmUnchanged>,
    call: Call,
  ): Promise<Submission> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const known = await this.knownOf(period, organisation);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const last = (await lastPeriodsOf([{ id, organisation, period: period.id }], askingWithin(work))).get(id);
      if (!last) throw refuse(SubmissionNoLastPeriod);
      const { indicators } = await termsWithin(work, period.id);
      const typed = new Set(
        indicators.filter(({ prefill, formula }) => prefill === undefined && formula === undefined).map(({ code }) => code),
      );
      const values = Object.fromEntries(Object.entries(last.values).filter(([code]) => typed.has(code)));
      const submission = await this.beginWithin(work, period, { id, organisation, values }, call, known);
      // Asked for again with the same id, it is submitted already.
      if (submission.status !== 'draft') return submission;
      submission.isUnchanged = true;
      return this.handIn(submission, work, call);
    });
  }

  private async handIn(submission: Submission, work: Work, call: Call): Promise<Submission> {
    const now = this.clock.now();
    const { terms: all, windows, chain } = await this.standing(submission, work);
    const terms = await termsFor(submission.organisation, all, call, work);
    submission.make('submit');
    windows.holdOpenFor('school', now);
    const judgement = await judge(submission, terms, askingWithin(work));
    refuseFaults(faultsBeforeSubmit(submission, terms, judgement, call.language));
    keepOn(submission, judgement);
    const [nearest] = chain;
    if (!nearest) throw refuse(SubmissionNoReviewer);
    Object.assign(submission, { reviewer: nearest.id, level: nearest.level, nearest: nearest.id, submittedAt: now, actedBy: null });
    submission.isLate = now > all.windows.due('school');
    await compare(submission, work);
    await keep([stepOf(submission, { level: 'school', decision: 'submitted', caller: call.caller, at: now })], work);
    return work.update(submission, submissionFacts.submitted);
  }

  /** What the form need not ask. Fetched before the commit, since no transaction waits for another service. */
  private async knownOf({ form, dataSet }: Period, organisation: string): Promise<Values> {
    const [asked] = await this.store.read<{ indicators: Indicator[]; points: boolean }>(
      sql`select f.indicators, 'teachingPoint' = any(d.filled_by) as points from form f join data_set d on d.id = ${dataSet} where f.id = ${form}`,
    );
    const prefilled = (asked?.indicators ?? []).flatMap(({ code, prefill }) => (prefill ? [{ code, prefill }] : []));
    if (!asked || !this.units || prefilled.length === 0) return {};
    // Points that report by themselves are not counted again with the school above them.
    const counts = await this.units.counts(organisation, !asked.points);
    return Object.fromEntries(prefilled.map(({ code, prefill }) => [code, counts[prefill]]));
  }

  private async standing(submission: Submission, work: Work): Promise<Standing> {
    return (await standingsWithin([submission], work)).get(submission.id)!;
  }
}

type Filled = Pick<InputOf<typeof reporting.fillInSubmission>, 'values' | 'remarks'>;

/** Whether the period asks this organisation: open, of a kind that fills in, below the authority that announced it. */
async function expectFrom(organisation: string, period: Period, work: Work): Promise<void> {
  const [expected] = await work.query(
    `select 1 from organisation o join organisation authority on authority.path @> o.path
     join data_set d on d.id = $3 where o.id = $1 and not o.closed and authority.id = $2 and o.kind = any(d.filled_by)`,
    [organisation, period.organisation, period.dataSet],
  );
  if (!expected) throw refuse(SubmissionNotExpected);
}

/**
 * Who may fill in: the organisation itself, the school above a teaching point or campus for it 代填, and programs. Answers the terms as
 * they hold for it: some indicators are asked of one kind of organisation only.
 */
async function termsFor(organisation: string, terms: Terms, { caller }: Call, work: Work): Promise<Terms> {
  const [unit] = await work.query<{ kind: OrganisationKind; answered: boolean | null }>(
    `select o.kind, o.kind in ('teachingPoint', 'campus') and s.kind in ('centralSchool', 'school') and s.path @> o.path as answered
     from organisation o left join organisation s on s.id = $2 where o.id = $1`,
    [organisation, caller.organisation ?? null],
  );
  if (caller.kind === 'person' && caller.organisation !== organisation && !unit?.answered) throw refuse(SubmissionNotYours);
  return { ...terms, indicators: terms.indicators.filter((indicator) => !unit || isAskedOf(indicator, unit.kind)) };
}

/** One submission per organisation and period; tells which it is, so that one can go on with it. */
async function refuseSecond({ id, period, organisation }: Submission, work: Work): Promise<void> {
  const [other] = await work.query<{ id: string }>('select id from submission where period = $1 and organisation = $2 and id <> $3', [
    period,
    organisation,
    id,
  ]);
  if (other) throw refuse(SubmissionExists, { submission: other.id });
}

/** Beside the last period: what changed, and how soon a reviewer should look at it. */
async function compare(submission: Submission, work: Work): Promise<void> {
  weigh(submission, (await lastPeriodsOf([submission], askingWithin(work))).get(submission.id));
}

/**
 * The whole document at once: what is not given is cleared, except the remarks where none are spoken of. What the platform knew stays, and
 * may come back with the rest as it was read.
 */
function fill(submission: Submission, { values, remarks }: Filled, terms: Terms, call: Call): void {
  submission.remarks = remarks ?? submission.remarks;
  const strange = Object.keys(remarks ?? {}).filter((field) => !terms.indicators.some(({ code }) => code === field));
  const known = knownIn(submission.figures, terms);
  const typed = Object.fromEntries(Object.entries(values).filter(([code, value]) => !(code in known) || known[code] !== value));
  const untyped = Object.fromEntries(Object.entries(known).filter(([code]) => !(code in typed)));
  refuseFaults([
    ...faultsIn({ ...typed, ...untyped }, terms, { complete: false, language: call.language, known: untyped }),
    ...strange.map((field) => unknownField(field, call.language)),
  ]);
  const texts = new Set(terms.indicators.filter(({ type }) => type === 'text').map(({ code }) => code));
  const given = Object.entries(typed).filter(([, value]) => value !== null);
  submission.nationalEntry = null;
  submission.figures = { ...Object.fromEntries(given.filter(([code]) => !texts.has(code))), ...known };
  submission.words = Object.fromEntries(given.filter(([code]) => texts.has(code)));
}

function refuseFaults(faults: BrokenRule[]): void {
  if (faults.length > 0) throw refuse(SubmissionBrokenRules, { faults });
}
