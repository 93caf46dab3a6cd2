import type { Calendar, CrossRule, Indicator, OrganisationKind, Section } from '@lianxue/contracts';

/** A data set that comes with the platform: an authority adopts it and may then change it as it likes. */
export interface ShippedDataSet {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly filledBy: OrganisationKind[];
  /** By the quarter unless said. */
  readonly calendar?: Calendar;
  readonly form: { sections: Section[]; indicators: Indicator[]; rules: CrossRule[] };
}
