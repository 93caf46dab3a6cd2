export { verifyWebhook, WebhookInvalid, type WebhookEvent } from './webhooks.js';
