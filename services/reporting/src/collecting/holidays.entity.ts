import { Column, Entity } from 'typeorm';
import type { HolidaysFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** The holidays of one year 节假日, for the authority that set them and all below it. */
@Entity('holidays')
export class Holidays extends Aggregate<HolidaysFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('int')
  year!: number;

  @Column('text', { array: true })
  days!: string[];

  override fact(): HolidaysFact {
    const { id, organisation, year, days } = this;
    return { id, organisation, year, days };
  }
}
