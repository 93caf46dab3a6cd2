import { refuse, RoleNotPermitted, ScopeMissing, TokenMissing, type AnyOperation, type Caller, type Refusal } from '@lianxue/contracts';

/**
 * Whether a caller may try an operation at all, before anything is read: whoever it permits, through an app that was granted its scope.
 * Which rows the caller then meets is the operation's reach, and persistence's part.
 */
export function refusalToTry({ permits, scope }: AnyOperation, caller: Caller): Refusal | undefined {
  if (permits === 'anyone') return undefined;
  if (caller.kind === 'anyone') return refuse(TokenMissing);
  if (scope !== undefined && caller.kind !== 'service' && !caller.scopes.has(scope)) return refuse(ScopeMissing, { scope });
  return permits.includes(caller.role) ? undefined : refuse(RoleNotPermitted);
}
