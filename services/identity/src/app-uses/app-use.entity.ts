import type { AppUseFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** How often people of an organisation signed in to an app on a day. */
@Entity('app_use')
export class AppUse extends Aggregate<AppUseFact> {
  @Column('text')
  client!: string;

  @Column('date')
  day!: string;

  @Column('int')
  uses!: number;

  /** What the last fact said; null before the first. */
  @Column('int', { nullable: true })
  told: number | null = null;

  override fact(): AppUseFact {
    const { id, organisation, client, day, uses } = this;
    return { id, organisation, client, day, uses };
  }
}
