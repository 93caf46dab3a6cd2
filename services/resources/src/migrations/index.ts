import type { Migration } from '@lianxue/persistence';
import { catalogue } from './0001-catalogue.js';
import { authors } from './0002-authors.js';
import { metadata } from './0200-metadata.js';
import { standings } from './0201-standings.js';
import { tiers } from './0202-tiers.js';
import { credits } from './0203-credits.js';
import { curriculum } from './0300-curriculum.js';
import { questions } from './0301-questions.js';
import { collectedWorks } from './0800-collected-works.js';
import { courses } from './0801-courses.js';
import { finding } from './0500-finding.js';
import { uses } from './0510-uses.js';
import { harvest } from './0600-harvest.js';
import { harvestSources } from './0601-harvest-sources.js';
import { resourceFiles } from './0400-resource-files.js';
import { resourceStamps } from './0700-resource-stamps.js';
import { orders } from './0901-orders.js';
import { productTests } from './0902-product-tests.js';
import { clientPrograms } from './0903-client-programs.js';
import { migratedResources } from './1001-migrated-resources.js';
import { holdings } from './1100-holdings.js';
import { mainSubjects } from './1101-main-subjects.js';
import { questionFigures } from './1200-question-figures.js';
import { narrowFinding } from './1300-narrow-finding.js';
import { competencies } from './1301-competencies.js';
import { publishedRounds } from './1310-published-rounds.js';
import { endedLinks } from './1311-ended-links.js';
import { filesOfReleases } from './1312-files-of-releases.js';
import { takenDownThere } from './1320-taken-down-there.js';

export const migrations: readonly Migration[] = [
  { name: '0001-catalogue', sql: catalogue },
  { name: '0002-authors', sql: authors },
  { name: '0200-metadata', sql: metadata },
  { name: '0201-standings', sql: standings },
  { name: '0202-tiers', sql: tiers },
  { name: '0203-credits', sql: credits },
  { name: '0300-curriculum', sql: curriculum },
  { name: '0301-questions', sql: questions },
  { name: '0500-finding', sql: finding },
  { name: '0510-uses', sql: uses },
  { name: '0600-harvest', sql: harvest },
  { name: '0601-harvest-sources', sql: harvestSources },
  resourceFiles,
  { name: '0700-resource-stamps', sql: resourceStamps },
  { name: '0800-collected-works', sql: collectedWorks },
  { name: '0801-courses', sql: courses },
  orders,
  productTests,
  clientPrograms,
  { name: '1001-migrated-resources', sql: migratedResources },
  holdings,
  mainSubjects,
  questionFigures,
  narrowFinding,
  competencies,
  publishedRounds,
  endedLinks,
  filesOfReleases,
  takenDownThere,
];
