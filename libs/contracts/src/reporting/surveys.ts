import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { postRoles } from '../roles.js';
import { Id, Instant, InstantInput, itemShape, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

/** Who can be asked: everybody with a post but vendors' staff. */
export const surveyedRoles = postRoles.filter((role) => role !== 'vendor');

/** Fewer answers than this are not shown by themselves. */
export const leastShown = 5;

export const questionKinds = ['single', 'multiple', 'scale', 'text'] as const;

const Option = z
  .strictObject({ code: IndicatorCode.describe('选项代码 code of the option'), name: text(200).describe('选项 wording') })
  .meta({ id: 'SurveyOption' });

export const Question = z
  .strictObject({
    code: IndicatorCode.describe('题目代码 code of the question'),
    kind: z.enum(questionKinds).describe('题型：单选、多选、1–5 量表、文字 kind; a scale is from 1 to 5'),
    asks: text(500).describe('题目 wording'),
    required: z.boolean().default(true).describe('是否必答 must be answered'),
    options: z.array(Option).min(2).max(50).optional().describe('选项 options of single and multiple choice'),
  })
  .meta({ id: 'SurveyQuestion' });
export type Question = z.output<typeof Question>;

const settings = {
  name: text(120).describe('名称 name'),
  anonymous: z.boolean().describe('是否匿名 whether answers are anonymous'),
  roles: z.array(z.enum(surveyedRoles)).min(1).max(surveyedRoles.length).describe('调查对象 roles that are asked'),
  share: z.int().min(1).max(100).default(100).describe('抽样比例（百分之） per cent of those asked who are in the sample'),
  questions: z.array(Question).min(1).max(100).describe('题目 questions, in order'),
  opens: InstantInput.describe('开始 opens'),
  closes: InstantInput.describe('截止 closes'),
};

/** Pupils are asked anonymously and without free words, so that nothing of a minor is kept. */
const asksPupilsFairly = ({
  roles,
  anonymous,
  questions,
}: {
  roles: readonly string[];
  anonymous: boolean;
  questions: readonly Question[];
}) => !roles.includes('pupil') || (anonymous && questions.every(({ kind }) => kind !== 'text'));

export const SurveyInput = z
  .strictObject({
    id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
    organisation: Id.describe('发起单位 organisation that asks'),
    ...settings,
  })
  .superRefine((survey, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (!asksPupilsFairly(survey)) complain(['roles'], 'pupils.anonymous_choices_only');
    if (Date.parse(survey.closes) <= Date.parse(survey.opens)) complain(['closes'], 'range.empty');
    const codes = survey.questions.map(({ code }) => code);
    survey.questions.forEach(({ code, kind, options }, index) => {
      if (codes.indexOf(code) < index) complain(['questions', index, 'code'], 'code.repeated');
      if ((kind === 'single' || kind === 'multiple') !== Boolean(options))
        complain(['questions', index, 'options'], 'options.belong_to_choices');
    });
  });

/** 满意度测评: questions to everybody in some roles below an organisation, or to a sample of them. */
export const Survey = z
  .object({
    ...itemShape,
    organisation: Id.describe('发起单位 organisation that asks'),
    ...settings,
    opens: Instant.describe('开始 opens'),
    closes: Instant.describe('截止 closes'),
  })
  .meta({ id: 'Survey' });
export type Survey = z.output<typeof Survey>;

export const SurveyFact = Survey.omit({ createdAt: true, updatedAt: true, version: true, questions: true }).meta({ id: 'SurveyFact' });
export type SurveyFact = z.output<typeof SurveyFact>;

export const surveyFacts = facts('reporting', 'survey', SurveyFact, {
  announced: '测评已发布 A survey was announced',
  extended: '测评已延期 A survey was extended',
});

const Answer = z.union([text(2000), z.int(), z.array(z.string().max(40)).max(50)]);
export const Answers = z.record(IndicatorCode, Answer);
export type Answers = z.output<typeof Answers>;
export const AnswersInput = z.strictObject({
  answers: Answers.refine((given) => Object.keys(given).length <= 100, 'answers.too_many').describe(
    '各题答案：单选为选项代码，多选为代码数组，量表为 1–5 answers by question: a code, codes, 1 to 5, or words',
  ),
});

/** Whether the caller is asked 是否被抽中. */
export const SurveyInvitation = z
  .object({
    asked: z.boolean().describe('是否在调查之列 whether the caller is asked'),
    answered: z.boolean().describe('是否已作答 whether the caller has answered'),
  })
  .meta({ id: 'SurveyInvitation' });

/** A named answer; anonymous ones are never read one by one. */
export const NamedAnswer = z
  .object({
    ...itemShape,
    organisation: Id.describe('作答者所在单位 organisation of who answered'),
    survey: Id.describe('测评 survey'),
    person: Id.describe('作答者的人员标识 person id of who answered'),
    answers: Answers.describe('各题答案 answers by question'),
  })
  .meta({ id: 'NamedAnswer' });
export type NamedAnswer = z.output<typeof NamedAnswer>;

export const NamedAnswerFact = NamedAnswer.pick({ id: true, organisation: true, survey: true }).meta({ id: 'NamedAnswerFact' });
export type NamedAnswerFact = z.output<typeof NamedAnswerFact>;
export const namedAnswerFacts = facts('reporting', 'named_answer', NamedAnswerFact, {
  given: '记名测评已作答 A named survey was answered',
});

const Tally = z
  .object({
    question: z.string().describe('题目 question'),
    answered: z.int().describe('作答人数 how many answered it'),
    counts: z
      .array(
        z.object({
          option: z.string().describe('选项或量表值 option, or value of the scale'),
          count: z.int().describe('人数 how many chose it'),
          share: z.string().nullable().describe('占比（%），两位小数 per cent of those who answered it'),
        }),
      )
      .describe('各选项 options'),
    mean: z.string().nullable().describe('量表平均值，两位小数 mean of a scale'),
  })
  .meta({ id: 'SurveyTally' });
export type Tally = z.output<typeof Tally>;

export const SurveyResults = z
  .object({
    survey: Id.describe('测评 survey'),
    answered: z.int().describe('作答人数 how many answered'),
    tallies: z.array(Tally).nullable().describe('各题结果；作答不足 5 人时为空 by question; null below five answers'),
    units: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation'),
          name: z.string().describe('单位名称 its name'),
          answered: z.int().describe('作答人数 how many answered'),
          tallies: z.array(Tally).describe('各题结果 by question'),
        }),
      )
      .describe(
        '各单位结果，只列作答不少于 5 人且不致推知他人的 by unit, where five or more answered and nothing can be told of the others',
      ),
    withheld: z.int().describe('未列出的单位数 units that answered and are not shown'),
  })
  .meta({ id: 'SurveyResults' });
export type SurveyResults = z.output<typeof SurveyResults>;

export const SurveyNotFound = refusal('survey.not_found', 404, { zh: '找不到该测评', en: 'There is no such survey' });
export const SurveyNotAsked = refusal('survey.not_asked', 409, { zh: '您不在此次测评的调查之列', en: 'You are not among those asked' });
export const SurveyAnswered = refusal('survey.answered', 409, {
  zh: '您已作答，每人一次',
  en: 'You have answered; everybody answers once',
});
export const SurveyNotOpen = refusal(
  'survey.not_open',
  409,
  { zh: '作答时间为 {opens} 至 {closes}', en: 'It is answered from {opens} to {closes}' },
  z.strictObject({ opens: Instant, closes: Instant }),
);
export const SurveyRunning = refusal(
  'survey.running',
  409,
  { zh: '测评于 {closes} 截止，结果其后可查', en: 'It runs until {closes}; its results are read after that' },
  z.strictObject({ closes: Instant }),
);
export const SurveyNamesNobody = refusal('survey.names_nobody', 409, {
  zh: '匿名测评没有逐份答案',
  en: 'An anonymous survey has no answers of single people',
});
export const SurveyShortened = refusal('survey.shortened', 422, {
  zh: '截止时间只能延后，且须在截止之前调整',
  en: 'It can only be extended, and only while it runs',
});
export const SurveyBrokenRules = refusal(
  'survey.broken_rules',
  422,
  { zh: '答案不符合题目', en: 'Some answers do not fit their questions' },
  z.strictObject({
    faults: z.array(z.strictObject({ question: z.string(), rule: z.enum(['unknown', 'required', 'kind', 'option']) })),
  }),
);
