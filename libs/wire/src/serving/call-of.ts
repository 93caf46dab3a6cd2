import type { Call } from '@lianxue/contracts';

/** Tokens of the calls being served, kept apart from {@link Call} so that no rule, log or fact can carry one by accident. */
const tokens = new WeakMap<Call, string>();

export function rememberToken(call: Call, token: string | undefined): void {
  if (token !== undefined) tokens.set(call, token);
}

/** The caller's own token, to be forwarded to another service. */
export const tokenOf = (call: Call): string | undefined => tokens.get(call);
