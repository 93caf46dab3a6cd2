import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { AddedSection } from './added-section.entity.js';
import { addedSectionView } from './added-section.view.js';
import { AddingSections } from './adding.js';
import { AnsweringSections } from './answering.js';

@Controller()
export class AddedSectionsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(AddingSections) private readonly adding: AddingSections,
    @Inject(AnsweringSections) private readonly answering: AnsweringSections,
  ) {}

  @Handles(reporting.addSection)
  async addSection(input: InputOf<typeof reporting.addSection>, call: Call) {
    return addedSectionView(await this.adding.add(input, call));
  }

  @Handles(reporting.addedSections)
  async addedSections(input: InputOf<typeof reporting.addedSections>, call: Call) {
    return this.store.page(AddedSection, call, await this.adding.listed(input, call), addedSectionView);
  }

  @Handles(reporting.withdrawSection)
  async withdrawSection(input: InputOf<typeof reporting.withdrawSection>, call: Call) {
    return addedSectionView(await this.adding.withdraw(input, call));
  }

  @Handles(reporting.sectionAnswers)
  sectionAnswers({ submissionId }: InputOf<typeof reporting.sectionAnswers>, call: Call) {
    return this.answering.of(submissionId, call);
  }

  @Handles(reporting.fillInSection)
  fillInSection(input: InputOf<typeof reporting.fillInSection>, call: Call) {
    return this.answering.fillIn(input, call);
  }

  @Handles(reporting.sectionLines)
  sectionLines(input: InputOf<typeof reporting.sectionLines>, call: Call) {
    return this.answering.lines(input, call);
  }

  @Handles(reporting.sectionTotals)
  sectionTotals(input: InputOf<typeof reporting.sectionTotals>, call: Call) {
    return this.answering.totals(input, call);
  }
}
