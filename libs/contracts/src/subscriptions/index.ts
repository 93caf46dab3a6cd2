export * from './subscriptions.js';
export * from './subscriptions.contract.js';
