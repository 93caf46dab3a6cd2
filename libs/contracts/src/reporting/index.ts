export * from './indicators.js';
export * from './forms.js';
export * from './calendars.js';
export * from './data-sets.js';
export * from './periods.js';
export * from './submissions.js';
export * from './roll-up.js';
export { reportingChapters } from './chapters.js';
export * from './reporting.contract.js';
