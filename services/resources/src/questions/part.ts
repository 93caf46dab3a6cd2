import type { Part } from '@lianxue/persistence';
import { DecidingOnQuestions } from './deciding.js';
import { EnteringQuestions } from './entering.js';
import { ExportingQuestions } from './exporting.js';
import { Figures } from './figures.js';
import { FindingQuestions } from './finding-questions.js';
import { ImportingQuestions } from './importing.js';
import { QuestionFiles } from './question-files.js';
import { Question } from './question.entity.js';
import { QuestionsHandlers } from './questions.handlers.js';

/** 题库与监测库: questions with their answers. */
export const questions: Part = {
  entities: [Question],
  rules: [EnteringQuestions, FindingQuestions, DecidingOnQuestions, ImportingQuestions, ExportingQuestions, QuestionFiles, Figures],
  handlers: [QuestionsHandlers],
};
