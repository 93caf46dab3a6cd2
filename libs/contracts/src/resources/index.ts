export * from './curriculum.js';
export * from './life-cycle.js';
export * from './refusals.js';
export * from './shapes.js';
export * from './resources.js';
export * from './resource-query.js';
export * from './orders/index.js';
export * from './product-tests/product-tests.js';
