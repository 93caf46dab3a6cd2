import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { SubscriptionFact } from './subscription.facts.js';

/** Who wants to hear of what, and where. Its secrets are sealed. */
@Entity('subscription')
export class SubscriptionRecord extends Aggregate<SubscriptionFact> {
  @Column('text')
  client!: string;

  @Column('text')
  url!: string;

  @Column('text', { array: true })
  types!: string[];

  @Column('uuid', { nullable: true })
  below: string | null = null;

  @Column('text', { nullable: true })
  note: string | null = null;

  @Column('text')
  state: 'active' | 'paused' | 'disabled' = 'active';

  @Column('text')
  secret!: string;

  /** Signs beside the new one until `previousUntil`. */
  @Column('text', { name: 'previous_secret', nullable: true })
  previousSecret: string | null = null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil: Date | null = null;

  fact(): SubscriptionFact {
    const { id, version, organisation, client, types, below, state } = this;
    return { id, version, organisation, client, types, below, state };
  }
}
