import type { Part } from '@lianxue/persistence';
import { Forgetting } from './forgetting.js';
import { Revocations } from './revocations.js';
import { SigningIn } from './signing-in.js';
import { SigningInHandlers } from './signing-in.handlers.js';
import { Throttle } from './throttle.js';
import { Unlocking } from './unlocking.js';

/** Signing in and being revoked. */
export const signingIn: Part = {
  entities: [],
  rules: [Revocations, Throttle, SigningIn, Unlocking, Forgetting],
  handlers: [SigningInHandlers],
};
