export * from './settings.js';
export * from './entries.js';
export * from './evaluations.js';
export * from './notices.js';
export * from './calls/index.js';
export * from './activities.contract.js';
