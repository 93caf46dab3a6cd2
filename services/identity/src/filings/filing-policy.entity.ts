import type { FilingPolicyFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** What a region asks of filings; the nearest one above a selection counts. */
@Entity('filing_policy')
export class FilingPolicy extends Aggregate<z.output<typeof FilingPolicyFact>> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  mode!: z.output<typeof FilingPolicyFact>['mode'];

  @Column('date', { name: 'from_day' })
  from!: string;

  fact(): z.output<typeof FilingPolicyFact> {
    const { id, version, organisation, mode, from } = this;
    return { id, version, organisation, mode, from };
  }
}
