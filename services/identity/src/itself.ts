import { identity, type AnyOperation, type Call, type Service } from '@lianxue/contracts';

/** Identity on its own account: its housekeeping, and reads whose right has been established in another way than by reach. */
export const itself: Service = {
  kind: 'service',
  subject: 'service:identity',
  client: 'service:identity',
  role: 'service',
  organisation: undefined,
  scopes: new Set(),
  about: [],
};

/** A call nobody made. */
export const ownCall = (operation: AnyOperation = identity.revocations): Call => ({
  caller: itself,
  operation,
  input: undefined,
  idempotencyKey: undefined,
  ifMatch: undefined,
  deadline: Date.now() + 10_000,
  language: 'zh',
  traceparent: undefined,
});
