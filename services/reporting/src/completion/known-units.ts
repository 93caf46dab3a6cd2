import type { identity, OutputOf } from '@lianxue/contracts';

export type UnitContact = OutputOf<typeof identity.contactsOf>['contacts'][number];
export type UnitCounts = OutputOf<typeof identity.countsOf>;

/** What reporting asks about the organisations it collects from; identity knows. */
export abstract class KnownUnits {
  /** Whom to ask there; of some organisations nobody is known. */
  abstract contacts(organisations: readonly string[]): Promise<readonly UnitContact[]>;
  /** What need not be asked; with those teaching points that do not report by themselves. */
  abstract counts(organisation: string, withPoints: boolean): Promise<UnitCounts>;
}
