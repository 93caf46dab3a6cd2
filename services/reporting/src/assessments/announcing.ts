import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  assessmentFacts,
  assessmentLifeCycle,
  AssessmentNotFound,
  AssessmentOver,
  AssessmentUnrated,
  CLOCK,
  refuse,
  RubricNotFound,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Assessment } from './assessment.entity.js';
import { Rubric } from './rubric.entity.js';

/** An authority announces a year's assessment for the units below, and publishes what came of it. */
@Injectable()
export class AnnouncingAssessments {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  announce(
    { id = newId(), rubric, opens, due, ...settings }: InputOf<typeof reporting.announceAssessment>,
    call: Call,
  ): Promise<Assessment> {
    return this.store.commit(call, async (work) => {
      await work.within(settings.organisation);
      const edition = await work.one(Rubric, rubric, RubricNotFound);
      const assessment = Object.assign(new Assessment(), settings, { id, rubric: edition.id });
      assessment.schedule({ opens, due });
      const announced = await work.insert(assessment, assessmentFacts.announced, (existing) =>
        isDeepStrictEqual(existing.fact(), assessment.fact()),
      );
      await this.countLapsesOf(announced, work);
      return announced;
    });
  }

  change({ assessmentId, name, windows }: InputOf<typeof reporting.changeAssessment>, call: Call): Promise<Assessment> {
    return this.store.commit(call, async (work) => {
      const assessment = await work.target(Assessment, assessmentId, AssessmentNotFound);
      if (assessment.status === 'published') throw refuse(AssessmentOver);
      if (name !== undefined) assessment.name = name;
      if (windows) assessment.schedule(windows);
      return work.update(assessment, assessmentFacts.changed);
    });
  }

  publish({ assessmentId }: InputOf<typeof reporting.publishAssessment>, call: Call): Promise<Assessment> {
    return this.store.commit(call, async (work) => {
      const assessment = await work.target(Assessment, assessmentId, AssessmentNotFound);
      const status = assessmentLifeCycle.after(assessment.status, 'publish');
      const [unrated] = await work.query<{ count: number }>(
        `select count(*)::int as count from rating where assessment = $1 and status <> 'finalRated'`,
        [assessment.id],
      );
      if (unrated!.count > 0) throw refuse(AssessmentUnrated, { count: unrated!.count });
      Object.assign(assessment, { status, publishedAt: this.clock.now() });
      return work.update(assessment, assessmentFacts.published);
    });
  }

  /** What was overdue before the assessment was announced counts too, if it lies within its days. */
  private async countLapsesOf({ organisation, firstDay, lastDay }: Assessment, work: Work): Promise<void> {
    await work.query(
      `update lapse set judge_at = due where due >= $2 and due <= $3 and organisation in (
         select o.id from organisation o join organisation top on top.id = $1 and o.path <@ top.path)`,
      [organisation, `${firstDay}T00:00:00+08:00`, `${lastDay}T23:59:59+08:00`],
    );
  }
}

/** The units an assessment asks for: of its kinds, below its authority. */
export const unitsOf = ({ organisation, assesses }: Pick<Assessment, 'organisation' | 'assesses'>) =>
  sql`select o.id, o.name, o.path, o.closed from organisation o join organisation top on top.id = ${organisation} and o.path <@ top.path
      where o.id <> top.id and o.kind = any(${assesses}::text[])`;
