export * from './aggregate.js';
export * from './sql.js';
export * from './store.js';
