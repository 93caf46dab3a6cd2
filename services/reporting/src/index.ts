/** How it is going: data sets, periods, reviews, roll-ups. */
export { migrations } from './migrations/index.js';
export { entities, ReportingModule } from './reporting.module.js';
