export * from './life-cycle.js';
export * from './refusals.js';
export * from './shapes.js';
export * from './guard-periods.js';
export * from './incident-board.js';
export * from './incidents.js';
