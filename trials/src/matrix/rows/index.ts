import type { MatrixRow } from '../matrix.js';
import { addedSectionRows } from './added-sections.js';
import { auditRows } from './audit.js';
import { activitiesRows } from './activities.js';
import { appRows } from './apps.js';
import { callRows } from './calls.js';
import { courseRows } from './courses.js';
import { calendarRows } from './calendars.js';
import { assessmentRows } from './assessments.js';
import { completionRows } from './completion.js';
import { bulletinRows } from './bulletins.js';
import { cardRows } from './cards.js';
import { classSignInRows } from './class-sign-in.js';
import { clientProgramRows } from './client-programs.js';
import { classroomsRows } from './classrooms.js';
import { edgeRows } from './edge.js';
import { federationRows } from './federation.js';
import { figureRows } from './figures.js';
import { filesRows } from './files.js';
import { consentRows } from './consents.js';
import { curriculumRows } from './curriculum.js';
import { questionRows } from './questions.js';
import { disclosureRows } from './disclosures.js';
import { gradebookRows } from './gradebook.js';
import { fundRows } from './funds.js';
import { guardianRows } from './guardians.js';
import { holdingRows } from './holdings.js';
import { harvestingRows } from './harvesting.js';
import { migrationRows } from './migration.js';
import { identityRows } from './identity.js';
import { identityProviderRows } from './identity-providers.js';
import { importingRows } from './importing.js';
import { incidentsRows } from './incidents.js';
import { measureRows } from './measures.js';
import { orderRows } from './orders.js';
import { productTestRows } from './product-tests.js';
import { milestoneRows } from './milestones.js';
import { placesRows } from './places.js';
import { postRows } from './posts.js';
import { pupilsRows } from './pupils.js';
import { reportingRows } from './reporting.js';
import { validationRuleRows } from './validation-rules.js';
import { resourceLifeRows } from './resource-life.js';
import { findingRows } from './finding.js';
import { resourceFileRows } from './resource-files.js';
import { resourcesRows } from './resources.js';
import { sheetRows } from './sheets.js';
import { subscriptionRows } from './subscriptions.js';
import { reviewRows } from './reviews.js';
import { rostersRows } from './rosters.js';
import { surveyRows } from './surveys.js';
import { subPlatformRows } from './sub-platforms.js';
import { signingInRows } from './signing-in.js';
import { thresholdRows } from './thresholds.js';
import { yearSummaryRows } from './year-summary.js';

/** Every row of the authorization matrix; an operation without one fails the build. */
export const rows: readonly MatrixRow[] = [
  ...identityRows,
  ...guardianRows,
  ...placesRows,
  ...subPlatformRows,
  ...rostersRows,
  ...postRows,
  ...cardRows,
  ...identityProviderRows,
  ...signingInRows,
  ...classSignInRows,
  ...appRows,
  ...edgeRows,
  ...consentRows,
  ...pupilsRows,
  ...disclosureRows,
  ...resourcesRows,
  ...courseRows,
  ...curriculumRows,
  ...orderRows,
  ...holdingRows,
  ...productTestRows,
  ...resourceLifeRows,
  ...findingRows,
  ...clientProgramRows,
  ...harvestingRows,
  ...migrationRows,
  ...resourceFileRows,
  ...questionRows,
  ...classroomsRows,
  ...gradebookRows,
  ...reportingRows,
  ...sheetRows,
  ...calendarRows,
  ...reviewRows,
  ...addedSectionRows,
  ...figureRows,
  ...measureRows,
  ...bulletinRows,
  ...assessmentRows,
  ...completionRows,
  ...surveyRows,
  ...fundRows,
  ...milestoneRows,
  ...yearSummaryRows,
  ...thresholdRows,
  ...validationRuleRows,
  ...incidentsRows,
  ...activitiesRows,
  ...callRows,
  ...auditRows,
  ...federationRows,
  ...filesRows,
  ...subscriptionRows,
  ...importingRows,
];
