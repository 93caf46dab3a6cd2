import { catalogueOperations } from './catalogue.operations.js';
import { clientProgramOperations } from './client-programs/client-programs.operations.js';
import { creditOperations } from './credits.operations.js';
import { curriculumOperations } from './curriculum.operations.js';
import { findingOperations } from './finding.operations.js';
import { holdingOperations } from './holdings/holdings.operations.js';
import { loanOperations } from './holdings/loans.operations.js';
import { harvestSourceOperations } from './harvest-sources.operations.js';
import { migrationOperations } from './migrations.operations.js';
import { orderOperations } from './orders/orders.operations.js';
import { productTestOperations } from './product-tests/product-tests.operations.js';
import { recommendationOperations } from './recommendations.operations.js';
import { reportOperations } from './reports.operations.js';
import { resourceFileOperations, transcodingOperations } from './resource-files.operations.js';
import { reviewOperations } from './review.operations.js';
import { standingOperations } from './standings.operations.js';
import { useOperations } from './uses.operations.js';

import { collectedWorkOperations } from './collected-works.operations.js';
import { courseOperations } from './courses/courses.operations.js';
import { seriesOperations } from './courses/series.operations.js';
import { questionOperations } from './questions.operations.js';
import { testPaperOperations } from './test-papers.operations.js';

/** The operations of resources by what they are about: the parts in which a reader finds them. */
export const resourcesChapters = {
  catalogue: { ...catalogueOperations, ...findingOperations },
  resourceUse: { ...useOperations, ...recommendationOperations },
  resourceReview: { ...reviewOperations },
  resourceFiles: { ...resourceFileOperations, ...transcodingOperations },
  standings: { ...standingOperations, ...reportOperations },
  contributions: { ...creditOperations },
  courses: { ...seriesOperations, ...courseOperations, ...collectedWorkOperations },
  curricula: { ...curriculumOperations },
  questions: { ...questionOperations },
  testPapers: { ...testPaperOperations },
  orders: { ...orderOperations },
  holdings: { ...holdingOperations, ...loanOperations },
  productTests: { ...productTestOperations },
  clientPrograms: { ...clientProgramOperations },
  harvesting: { ...harvestSourceOperations },
  migration: { ...migrationOperations },
};
