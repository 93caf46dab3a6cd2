import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  CLOCK,
  inBeijing,
  PeriodNotFound,
  refuse,
  Refusal,
  SheetOutdated,
  SubmissionExists,
  submissionFacts,
  SubmissionNoLastPeriod,
  SubmissionNoReviewer,
  SubmissionNotFound,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, Store, violates, type Work } from '@lianxue/persistence';
import { unanswered } from '../added-sections/unanswered.js';
import { windowsFor } from '../collecting/exceptions-in-force.js';
import { Period } from '../collecting/period.entity.js';
import { KnownUnits, type UnitCounts } from '../completion/known-units.js';
import { faultsBeforeSubmit, judge, keepOn } from '../rules/judging.js';
import { askingWithin } from './asking.js';
import { expectFrom, openToFilling, refuseSecond, termsFor, type Filler } from './asked-of.js';
import { fill, refuseFaults, type Filled } from './document.js';
import { merged, noteEdits } from './edits.js';
import { lastPeriodsOf } from './last-period.js';
import { keep, stepOf } from './review/trail.js';
import { weigh } from './risk.js';
import { countsOf, fetchInto } from './sources.js';
import { standingsWithin, type Standing } from './standing.js';
import { Submission } from './submission.entity.js';
import { termsWithin, type Terms } from './terms.js';

/** What comes with a filling: what the platform knows of the organisation, and in whose place it is done. */
interface Manner {
  readonly counts?: UnitCounts | undefined;
  readonly filler?: Filler;
}

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
    const counts = await this.countsOf(period.id, input.organisation);
    return this.store.commit(call, (work) => this.beginWithin(work, period, input, call, { counts }));
  }

  /** As {@link begin}, of a period the caller meets, within a commit that also does something else. */
  async beginWithin(
    work: Work,
    period: Period,
    { id = newId(), organisation, values, remarks }: Omit<InputOf<typeof reporting.beginSubmission>, 'periodId'>,
    call: Call,
    { counts, filler = 'itself' }: Manner = {},
  ): Promise<Submission> {
    await work.within(organisation);
    await expectFrom(organisation, period, work);
    (await windowsFor(period, organisation, work)).holdOpenFor('school', this.clock.now());
    const terms = await termsFor(organisation, await termsWithin(work, period.id), call, work, filler);
    const filledBy = call.caller.organisation ?? organisation;
    const submission = Object.assign(new Submission(), { id, organisation, filledBy, period: period.id, form: period.form });
    fetchInto(submission, counts, terms, this.now());
    fill(submission, { values, remarks }, terms, call);
    await this.judgeAndWeigh(submission, terms, work);
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

  /** An authority enters what it knows into the draft of a school below it, as it read it in this version 代填; the school submits. */
  async enterWithin(work: Work, submissionId: string, version: number, filled: Filled, call: Call): Promise<Submission> {
    const submission = await work.one(Submission, submissionId, SubmissionNotFound);
    if (submission.version !== version) throw refuse(SheetOutdated, { sheet: version, now: submission.version });
    submission.filledBy = call.caller.organisation ?? submission.filledBy;
    return this.keepValues(submission, filled, work, call, 'authority');
  }

  /** Some fields, beside what others have saved in other fields since the caller read it. */
  fillInFields({ submissionId, values }: InputOf<typeof reporting.fillInFields>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.one(Submission, submissionId, SubmissionNotFound);
      return this.keepValues(submission, { values: merged(submission, values, call.ifMatch) }, work, call);
    });
  }

  private async keepValues(submission: Submission, filled: Filled, work: Work, call: Call, filler?: Filler): Promise<Submission> {
    const terms = await openToFilling(submission, work, call, this.clock.now(), filler);
    const before = submission.values;
    fill(submission, filled, terms, call);
    noteEdits(submission, before);
    await this.judgeAndWeigh(submission, terms, work);
    return work.update(submission, submissionFacts.saved);
  }

  /** Asks the platform again for what nobody types, and says what that changed. */
  async fetch({ submissionId }: InputOf<typeof reporting.fetchSources>, call: Call): Promise<Submission> {
    const counts = await this.countsFor(submissionId, call);
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      const terms = await openToFilling(submission, work, call, this.clock.now());
      const before = submission.values;
      fetchInto(submission, counts, terms, this.now());
      noteEdits(submission, before);
      await this.judgeAndWeigh(submission, terms, work);
      return work.update(submission, submissionFacts.saved);
    });
  }

  /** With what the platform knows at this moment. While identity is away what it last said stands, with the time it said it. */
  async submit({ submissionId }: InputOf<typeof reporting.submitSubmission>, call: Call): Promise<Submission> {
    const counts = await this.countsFor(submissionId, call).catch(unlessAway);
    return this.store.commit(call, async (work) =>
      this.handIn(await work.target(Submission, submissionId, SubmissionNotFound), work, call, counts),
    );
  }

  /** A quarter without change, confirmed in one step: what was approved in the last period, begun and submitted. */
  async confirmUnchanged(
    { id = newId(), periodId, organisation }: InputOf<typeof reporting.confirmUnchanged>,
    call: Call,
  ): Promise<Submission> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const counts = await this.countsOf(period.id, organisation);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const last = (await lastPeriodsOf([{ id, organisation, period: period.id }], askingWithin(work))).get(id);
      if (!last) throw refuse(SubmissionNoLastPeriod);
      const { indicators } = await termsWithin(work, period.id);
      const typed = new Set(
        indicators.filter(({ prefill, formula }) => prefill === undefined && formula === undefined).map(({ code }) => code),
      );
      const values = Object.fromEntries(Object.entries(last.values).filter(([code]) => typed.has(code)));
      const submission = await this.beginWithin(work, period, { id, organisation, values }, call, { counts });
      // Asked for again with the same id, it is submitted already.
      if (submission.status !== 'draft') return submission;
      submission.isUnchanged = true;
      return this.handIn(submission, work, call);
    });
  }

  private async handIn(submission: Submission, work: Work, call: Call, counts?: UnitCounts): Promise<Submission> {
    const now = this.clock.now();
    const { terms: all, windows, chain } = await this.standing(submission, work);
    const terms = await termsFor(submission.organisation, all, call, work);
    submission.make('submit');
    windows.holdOpenFor('school', now);
    fetchInto(submission, counts, terms, this.now());
    const judgement = await judge(submission, terms, askingWithin(work));
    refuseFaults([
      ...faultsBeforeSubmit(submission, terms, judgement, call.language),
      ...(await unanswered(submission, askingWithin(work), call.language)),
    ]);
    keepOn(submission, judgement);
    const [nearest] = chain;
    if (!nearest) throw refuse(SubmissionNoReviewer);
    Object.assign(submission, { reviewer: nearest.id, level: nearest.level, nearest: nearest.id, submittedAt: now, actedBy: null });
    submission.isLate = now > all.windows.due('school');
    weigh(submission, judgement.approved);
    await keep([stepOf(submission, { level: 'school', decision: 'submitted', caller: call.caller, at: now })], work);
    return work.update(submission, submissionFacts.submitted);
  }

  /** By the rules in force, and beside the last period: what changed, and how soon a reviewer should look at it. */
  private async judgeAndWeigh(submission: Submission, terms: Terms, work: Work): Promise<void> {
    const judgement = await judge(submission, terms, askingWithin(work));
    keepOn(submission, judgement);
    weigh(submission, judgement.approved);
  }

  /** What the platform knows of an organisation, as far as a period asks for it. */
  countsOf(period: string, organisation: string): Promise<UnitCounts | undefined> {
    return countsOf(period, organisation, this.store, this.units);
  }

  private async countsFor(submissionId: string, call: Call): Promise<UnitCounts | undefined> {
    const { period, organisation } = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    return this.countsOf(period, organisation);
  }

  private async standing(submission: Submission, work: Work): Promise<Standing> {
    return (await standingsWithin([submission], work)).get(submission.id)!;
  }

  private now(): string {
    return inBeijing(this.clock.now());
  }
}

/** A school must be able to submit while the service that is asked does not answer. */
function unlessAway(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.kind.status < 500) throw error;
}
