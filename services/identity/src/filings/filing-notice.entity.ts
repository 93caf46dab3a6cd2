import type { FilingNoticeFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** That somebody was told, so many days ahead, of a filing that lapses. */
@Entity('filing_notice')
export class FilingNotice extends Aggregate<z.output<typeof FilingNoticeFact>> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  app!: string;

  @Column('text')
  client!: string;

  /** Of the app. */
  @Column('text')
  name!: string;

  @Column('text')
  kind!: z.output<typeof FilingNoticeFact>['kind'];

  @Column('int')
  days!: number;

  @Column('date', { name: 'lapses_on' })
  lapsesOn!: string;

  fact(): z.output<typeof FilingNoticeFact> {
    const { id, version, organisation, app, client, kind, days, lapsesOn } = this;
    return { id, version, organisation, app, client, kind, days, lapsesOn };
  }
}
