import { Controller, Inject } from '@nestjs/common';
import { reporting, SurveyNotFound, type Call, type InputOf, type Survey as SurveyView } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../collecting/collecting.view.js';
import { Surveying } from './surveying.js';
import { Survey } from './survey.entity.js';
import { Tallying } from './tallying.js';

const surveyView = (survey: Survey): SurveyView => ({ ...survey.fact(), ...itemOf(survey), questions: survey.questions });

@Controller()
export class SurveysHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Surveying) private readonly surveying: Surveying,
    @Inject(Tallying) private readonly tallying: Tallying,
  ) {}

  @Handles(reporting.announceSurvey)
  async announceSurvey(input: InputOf<typeof reporting.announceSurvey>, call: Call) {
    return surveyView(await this.surveying.announce(input, call));
  }

  @Handles(reporting.surveys)
  surveys({ limit, cursor }: InputOf<typeof reporting.surveys>, call: Call) {
    return this.store.page(Survey, call, { limit, cursor }, surveyView);
  }

  @Handles(reporting.survey)
  async survey({ surveyId }: InputOf<typeof reporting.survey>, call: Call) {
    return surveyView(await this.store.one(Survey, surveyId, call, SurveyNotFound));
  }

  @Handles(reporting.extendSurvey)
  async extendSurvey(input: InputOf<typeof reporting.extendSurvey>, call: Call) {
    return surveyView(await this.surveying.extend(input, call));
  }

  @Handles(reporting.surveyInvitation)
  surveyInvitation(input: InputOf<typeof reporting.surveyInvitation>, call: Call) {
    return this.surveying.invitation(input, call);
  }

  @Handles(reporting.answerSurvey)
  answerSurvey(input: InputOf<typeof reporting.answerSurvey>, call: Call) {
    return this.surveying.answer(input, call);
  }

  @Handles(reporting.namedAnswers)
  namedAnswers(input: InputOf<typeof reporting.namedAnswers>, call: Call) {
    return this.tallying.named(input, call);
  }

  @Handles(reporting.surveyResults)
  surveyResults(input: InputOf<typeof reporting.surveyResults>, call: Call) {
    return this.tallying.results(input, call);
  }
}
