export * from './titles.js';
export * from './rounds.js';
export * from './school-orders.js';
export * from './deliveries.js';
export * from './totals.js';
export * from './complaints.js';
