export * from './life-cycle.js';
export * from './refusals.js';
export * from './delivered-classes.js';
export * from './sessions.js';
export * from './session-board.js';
export * from './classrooms.js';
export * from './gradebook.js';
