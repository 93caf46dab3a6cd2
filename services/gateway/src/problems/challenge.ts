import type { Problem } from './problem.js';

/** `WWW-Authenticate` of a refusal (RFC 6750): why the token was not enough. Nothing where a token would not have helped. */
export function challengeOf({ status, code, scope }: Problem): string | undefined {
  if (status === 401)
    return code === 'token.missing'
      ? 'Bearer realm="lianxue"'
      : `Bearer realm="lianxue", error="invalid_token", error_description="${code}"`;
  if (code === 'scope.missing') return `Bearer realm="lianxue", error="insufficient_scope", scope="${String(scope)}"`;
  return undefined;
}
