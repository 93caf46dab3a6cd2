import type { RubricTemplate } from '@lianxue/contracts';
import { countySupervision } from './county-supervision.js';
import { digitalCampus } from './digital-campus.js';
import { seniorSecondary } from './senior-secondary.js';
import { smartCampus } from './smart-campus.js';
import { teachingWithIt } from './teaching-with-it.js';

/** What the platform ships, to begin a rubric of one's own from. */
export const rubricTemplates: RubricTemplate[] = [digitalCampus, smartCampus, countySupervision, seniorSecondary, teachingWithIt];
