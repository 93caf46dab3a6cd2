export { connect, type Connecting, type Lianxue } from './connecting.js';
export type { Credentials } from './tokens.js';
export { pages, Refused, taken, type Problem } from './answers.js';
export { verifyWebhook, WebhookInvalid, type WebhookEvent } from './webhooks.js';
export type { components, operations, paths, webhooks } from './api.generated.js';
