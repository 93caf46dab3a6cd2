export * from './calls.js';
export * from './tasks.js';
export * from './works.js';
export * from './opinions.js';
