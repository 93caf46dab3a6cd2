export * from './series.js';
export * from './standards.js';
export * from './courses.js';
export * from './main-subjects.js';
