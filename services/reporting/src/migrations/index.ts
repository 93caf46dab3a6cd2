import { sandboxStarts } from './1101-sandbox-starts.js';
import type { Migration } from '@lianxue/persistence';
import { collecting } from './0001-collecting.js';
import { submissions } from './0002-submissions.js';
import { reviewers } from './0003-reviewers.js';
import { calendars } from './0101-calendars.js';
import { windows } from './0102-windows.js';
import { completion } from './0103-completion.js';
import { validationRules } from './0201-validation-rules.js';
import { levels } from './0301-levels.js';
import { risk } from './0302-risk.js';
import { corrections } from './0303-corrections.js';
import { fillingTogether } from './0304-filling-together.js';
import { nationalEntry } from './0401-national-entry.js';
import { contributions } from './0501-contributions.js';
import { snapshots } from './0502-snapshots.js';
import { targets } from './0503-targets.js';
import { bulletins } from './0601-bulletins.js';
import { assessments } from './0701-assessments.js';
import { surveys } from './0702-surveys.js';
import { funds } from './0703-funds.js';
import { milestones } from './0704-milestones.js';
import { measures } from './0801-measures.js';
import { thresholds } from './0901-thresholds.js';
import { sources } from './1001-sources.js';
import { attachments } from './1002-attachments.js';
import { closes } from './1003-closes.js';
import { addedSections } from './1004-added-sections.js';

export const migrations: readonly Migration[] = [
  collecting,
  submissions,
  reviewers,
  calendars,
  windows,
  completion,
  validationRules,
  levels,
  risk,
  corrections,
  fillingTogether,
  nationalEntry,
  contributions,
  snapshots,
  targets,
  bulletins,
  assessments,
  surveys,
  funds,
  milestones,
  measures,
  thresholds,
  sources,
  attachments,
  closes,
  addedSections,
  sandboxStarts,
];
