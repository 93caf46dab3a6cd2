import type { Part } from '@lianxue/persistence';
import { SignInPolicies } from './sign-in-policies.js';
import { SignInPolicyHandlers } from './sign-in-policies.handlers.js';
import { SignInPolicy } from './sign-in-policy.entity.js';

/** Rules for signing in. */
export const signInPolicies: Part = { entities: [SignInPolicy], rules: [SignInPolicies], handlers: [SignInPolicyHandlers] };
