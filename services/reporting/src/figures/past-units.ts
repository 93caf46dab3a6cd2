import type { OrganisationKind } from '@lianxue/contracts';
import { authorityKinds } from '../submissions/chain.js';
import type { OrganisationOfDay } from './history.js';

/** A unit as a period expects it, where it then stood. */
export interface PastUnit {
  readonly organisation: string;
  readonly parent: string | null;
  readonly authority: string;
  readonly division: string;
  readonly kind: OrganisationKind;
  readonly closed: boolean;
}

export interface PastAuthority {
  readonly organisation: string;
  /** The way from the highest down to itself. */
  readonly above: readonly string[];
}

/** `above` is the way from the highest down to the authority that announced the period. */
export function pastOf(
  organisations: readonly OrganisationOfDay[],
  filledBy: readonly OrganisationKind[],
  above: readonly string[],
): { units: PastUnit[]; authorities: PastAuthority[] } {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const wayTo = (id: string): string[] => {
    const way: string[] = [];
    for (let at: string | null = id; at !== null && byId.has(at) && !above.includes(at); at = byId.get(at)!.parent) way.unshift(at);
    return [...above, ...way];
  };
  const isAuthority = (id: string) => authorityKinds.includes(byId.get(id)?.kind ?? 'school');
  const units = organisations.flatMap(({ id, parent, kind, divisionCode, state }) => {
    const authority = filledBy.includes(kind)
      ? wayTo(id)
          .slice(0, -1)
          .findLast((each) => isAuthority(each) || each === above.at(-1))
      : undefined;
    return authority === undefined
      ? []
      : [{ organisation: id, parent, authority, division: divisionCode ?? '', kind, closed: state !== 'open' }];
  });
  const authorities = organisations
    .filter(({ kind }) => authorityKinds.includes(kind))
    .map(({ id }) => ({ organisation: id, above: wayTo(id) }));
  return { units, authorities };
}
