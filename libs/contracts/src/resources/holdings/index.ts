export * from './holdings.js';
export * from './holding-uses.js';
export * from './loans.js';
export * from './entries.js';
export * from './who.js';
