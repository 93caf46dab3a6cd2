import type { Interaction } from 'oidc-provider';
import type { ProviderName } from '../accounts.js';

/** Somebody a platform above vouches for, whom nobody here is linked with yet: kept until they prove who they are here. */
export interface Arrived {
  readonly provider: string;
  readonly name: ProviderName;
  readonly subject: string;
  /** What they are called there, so that the owner of the browser sees whose account is about to be linked. */
  readonly who: string | null;
  /** Epoch milliseconds: a page left open on a shared computer links nobody an hour later. */
  readonly until: number;
}

/** Why a sign-in by a platform above came to nothing, until the next step. */
export interface UpstreamTrouble {
  readonly kind: 'unreachable' | 'cancelled' | 'refused' | 'gone' | 'unlinked' | 'person' | 'taken' | 'beyond' | 'closed';
  readonly name: ProviderName;
}

export function arrivedIn({ result }: Interaction): Arrived | undefined {
  const arrived = result?.['arrived'] as Arrived | undefined;
  return arrived && arrived.until > Date.now() ? arrived : undefined;
}

export const troubleIn = ({ result }: Interaction): UpstreamTrouble | undefined => result?.['trouble'] as UpstreamTrouble | undefined;
