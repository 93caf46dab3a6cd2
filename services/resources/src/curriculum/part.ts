import type { Part } from '@lianxue/persistence';
import { CurriculumTree } from './curriculum.entity.js';
import { CurriculumHandlers } from './curriculum.handlers.js';
import { ImportingCurricula } from './importing.js';
import { KnownNodes } from './known-nodes.js';
import { ReadingCurricula } from './reading.js';

/** Chapters, knowledge points and competencies: imported data to which everything else is bound. */
export const curriculum: Part = {
  entities: [CurriculumTree],
  rules: [ImportingCurricula, ReadingCurricula, KnownNodes],
  handlers: [CurriculumHandlers],
};
