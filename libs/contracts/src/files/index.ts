export * from './allowances.js';
export * from './contents.js';
export * from './files.js';
