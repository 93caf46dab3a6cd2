import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook, WebhookInvalid } from './webhooks.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const body = '{"id":"1","type":"cn.lianxue.resources.resource.published","data":{"title":"分数"}}';
const now = new Date('2026-09-01T00:00:00Z');
const signed = (by: string, at = now) => ({
  'webhook-id': 'msg',
  'webhook-timestamp': String(at.getTime() / 1000),
  'webhook-signature': new Webhook(by).sign('msg', at, body),
});

describe('verifying a webhook', () => {
  it('takes what Standard Webhooks’ own library signed, as text, bytes and fetch headers', () => {
    expect(verifyWebhook(secret, signed(secret), body, now)).toMatchObject({ data: { title: '分数' } });
    expect(verifyWebhook(secret, new Headers(signed(secret)), Buffer.from(body), now)).toMatchObject({ id: '1' });
  });

  it('takes either of two signatures while a secret rotates', () => {
    const both = `${signed(other)['webhook-signature']} ${signed(secret)['webhook-signature']}`;
    expect(verifyWebhook(secret, { ...signed(secret), 'webhook-signature': both }, body, now)).toBeTruthy();
  });

  it.each([
    ['another secret', signed(other), body],
    ['another body', signed(secret), `${body} `],
    ['another id', { ...signed(secret), 'webhook-id': 'else' }, body],
    ['an old time', signed(secret, new Date(now.getTime() - 301_000)), body],
    ['a time to come', signed(secret, new Date(now.getTime() + 301_000)), body],
    ['a time that is none', { ...signed(secret), 'webhook-timestamp': 'soon' }, body],
    ['no signature', { ...signed(secret), 'webhook-signature': '' }, body],
    ['another version', { ...signed(secret), 'webhook-signature': signed(secret)['webhook-signature'].replace('v1,', 'v2,') }, body],
  ])('refuses %s', (_, headers, text) => expect(() => verifyWebhook(secret, headers, text, now)).toThrow(WebhookInvalid));
});
