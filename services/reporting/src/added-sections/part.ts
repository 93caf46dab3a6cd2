import type { Part } from '@lianxue/persistence';
import { AddedSection } from './added-section.entity.js';
import { AddedSectionsHandlers } from './added-sections.handlers.js';
import { AddingSections } from './adding.js';
import { AnsweringSections } from './answering.js';
import { SectionAnswer } from './section-answer.entity.js';

/** What levels below ask beside a form from above. */
export const addedSections: Part = {
  entities: [AddedSection, SectionAnswer],
  rules: [AddingSections, AnsweringSections],
  handlers: [AddedSectionsHandlers],
};
