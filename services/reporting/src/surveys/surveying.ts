import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  inBeijing,
  namedAnswerFacts,
  refuse,
  SurveyAnswered,
  surveyFacts,
  SurveyNotAsked,
  SurveyNotFound,
  SurveyNotOpen,
  SurveyShortened,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store } from '@lianxue/persistence';
import { holdToQuestions } from './answer-rules.js';
import { NamedAnswer } from './named-answer.entity.js';
import { Survey } from './survey.entity.js';

/** An organisation asks; each person who is asked answers once. */
@Injectable()
export class Surveying {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  announce({ id = newId(), opens, closes, ...settings }: InputOf<typeof reporting.announceSurvey>, call: Call): Promise<Survey> {
    return this.store.commit(call, async (work) => {
      await work.within(settings.organisation);
      const survey = Object.assign(new Survey(), settings, { id, opens: new Date(opens), closes: new Date(closes) });
      const same = (existing: Survey) => isDeepStrictEqual([existing.fact(), existing.questions], [survey.fact(), survey.questions]);
      return work.insert(survey, surveyFacts.announced, same);
    });
  }

  extend({ surveyId, closes }: InputOf<typeof reporting.extendSurvey>, call: Call): Promise<Survey> {
    return this.store.commit(call, async (work) => {
      const survey = await work.target(Survey, surveyId, SurveyNotFound);
      const until = new Date(closes);
      if (until <= survey.closes || this.clock.now() > survey.closes) throw refuse(SurveyShortened);
      survey.closes = until;
      return work.update(survey, surveyFacts.extended);
    });
  }

  async invitation({ surveyId }: InputOf<typeof reporting.surveyInvitation>, call: Call) {
    const survey = await this.store.one(Survey, surveyId, call, SurveyNotFound);
    const [answered] = await this.store.read(
      sql`select 1 from survey_turnout where survey = ${survey.id} and token = ${this.token(survey, call.caller)}`,
    );
    return { asked: await this.asks(survey, call.caller), answered: answered !== undefined };
  }

  /**
   * An anonymous answer leaves no trace that joins it to its giver: no idempotency record, no fact, no audit entry, no time, and
   * an id that is random through and through. Asking again meets `survey.answered`, which is idempotent enough.
   */
  async answer({ surveyId, answers }: InputOf<typeof reporting.answerSurvey>, call: Call): Promise<void> {
    const survey = await this.store.one(Survey, surveyId, call, SurveyNotFound);
    const { opens, closes } = survey;
    const now = this.clock.now();
    if (now < opens || now > closes) throw refuse(SurveyNotOpen, { opens: inBeijing(opens), closes: inBeijing(closes) });
    if (!(await this.asks(survey, call.caller))) throw refuse(SurveyNotAsked);
    holdToQuestions(answers, survey.questions);
    const organisation = call.caller.organisation!;
    await this.store.commit({ ...call, idempotencyKey: undefined }, async (work) => {
      const first = await work.query('insert into survey_turnout (survey, token) values ($1, $2) on conflict do nothing returning survey', [
        survey.id,
        this.token(survey, call.caller),
      ]);
      if (first.length === 0) throw refuse(SurveyAnswered);
      if (survey.anonymous) {
        await work.query('insert into anonymous_answer (id, survey, organisation, answers) values ($1, $2, $3, $4)', [
          randomUUID(),
          survey.id,
          organisation,
          JSON.stringify(answers),
        ]);
        return;
      }
      const given = { id: newId(), organisation, survey: survey.id, person: call.caller.subject, answers };
      await work.insert(Object.assign(new NamedAnswer(), given), namedAnswerFacts.given);
    });
  }

  /** In one of the roles asked, at or below the organisation that asks, and in the sample. */
  private async asks(survey: Survey, caller: Caller): Promise<boolean> {
    if (caller.kind !== 'person' || !survey.roles.some((role) => role === caller.role)) return false;
    const [below] = await this.store.read(
      sql`select 1 from organisation o join organisation asking on o.path <@ asking.path where o.id = ${caller.organisation} and asking.id = ${survey.organisation}`,
    );
    return below !== undefined && this.isSampled(survey, caller.subject);
  }

  /** The same for the same person whenever asked; nobody can tell beforehand without the installation's secret. */
  private isSampled({ id, share }: Survey, person: string): boolean {
    const place = Buffer.from(this.sealer.lookup('survey sample', `${id} ${person}`), 'base64url').readUInt32BE(0);
    return BigInt(place) * 100n < BigInt(share) * 0x1_0000_0000n;
  }

  private token({ id }: Survey, { subject }: Caller): string {
    return this.sealer.lookup('survey turnout', `${id} ${subject}`);
  }
}
