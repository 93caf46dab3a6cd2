import { Controller, Inject } from '@nestjs/common';
import { AssessmentNotFound, reporting, RubricNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { AnnouncingAssessments } from './announcing.js';
import { Assessment } from './assessment.entity.js';
import { assessmentView, rubricView } from './assessment.view.js';
import { FollowingAssessments } from './following-assessments.js';
import { IssuingRubrics } from './issuing-rubrics.js';
import { Rubric } from './rubric.entity.js';
import { rubricTemplates } from './templates/index.js';

@Controller()
export class AssessmentsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(IssuingRubrics) private readonly issuing: IssuingRubrics,
    @Inject(AnnouncingAssessments) private readonly announcing: AnnouncingAssessments,
    @Inject(FollowingAssessments) private readonly following: FollowingAssessments,
  ) {}

  @Handles(reporting.rubricTemplates)
  async rubricTemplates() {
    return { items: rubricTemplates };
  }

  @Handles(reporting.issueRubric)
  async issueRubric(input: InputOf<typeof reporting.issueRubric>, call: Call) {
    return rubricView(await this.issuing.issue(input, call));
  }

  @Handles(reporting.issueRubricEdition)
  async issueRubricEdition(input: InputOf<typeof reporting.issueRubricEdition>, call: Call) {
    return rubricView(await this.issuing.revise(input, call));
  }

  @Handles(reporting.rubrics)
  rubrics({ code, limit, cursor }: InputOf<typeof reporting.rubrics>, call: Call) {
    const where = code === undefined ? undefined : sql`t.code = ${code}`;
    return this.store.page(Rubric, call, { ...(where && { where }), limit, cursor }, rubricView);
  }

  @Handles(reporting.rubric)
  async rubric({ rubricId }: InputOf<typeof reporting.rubric>, call: Call) {
    return rubricView(await this.store.one(Rubric, rubricId, call, RubricNotFound));
  }

  @Handles(reporting.announceAssessment)
  async announceAssessment(input: InputOf<typeof reporting.announceAssessment>, call: Call) {
    return assessmentView(await this.announcing.announce(input, call), call.caller);
  }

  @Handles(reporting.assessments)
  assessments({ year, limit, cursor }: InputOf<typeof reporting.assessments>, call: Call) {
    const where = year === undefined ? undefined : sql`t.year = ${year}`;
    return this.store.page(Assessment, call, { ...(where && { where }), limit, cursor }, (row) => assessmentView(row, call.caller));
  }

  @Handles(reporting.assessment)
  async assessment({ assessmentId }: InputOf<typeof reporting.assessment>, call: Call) {
    return assessmentView(await this.store.one(Assessment, assessmentId, call, AssessmentNotFound), call.caller);
  }

  @Handles(reporting.changeAssessment)
  async changeAssessment(input: InputOf<typeof reporting.changeAssessment>, call: Call) {
    return assessmentView(await this.announcing.change(input, call), call.caller);
  }

  @Handles(reporting.publishAssessment)
  async publishAssessment(input: InputOf<typeof reporting.publishAssessment>, call: Call) {
    return assessmentView(await this.announcing.publish(input, call), call.caller);
  }

  @Handles(reporting.assessmentProgress)
  assessmentProgress(input: InputOf<typeof reporting.assessmentProgress>, call: Call) {
    return this.following.progress(input, call);
  }

  @Handles(reporting.assessmentResults)
  assessmentResults(input: InputOf<typeof reporting.assessmentResults>, call: Call) {
    return this.following.results(input, call);
  }
}
