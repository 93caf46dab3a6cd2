import type { DeletionRequestFact, Receipt } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** What an app is asked to delete when a consent is withdrawn or ends, and its receipt. Public reach: the rule holds it to its own app. */
@Entity('deletion_request')
export class DeletionRequest extends Aggregate<z.output<typeof DeletionRequestFact>> {
  static readonly reach: ReachColumns = { person: 'child', public: 'true' };

  @Column('uuid')
  child!: string;

  @Column('text')
  client!: string;

  @Column('uuid')
  consent!: string;

  @Column('text')
  why!: z.output<typeof DeletionRequestFact>['why'];

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text')
  state: z.output<typeof DeletionRequestFact>['state'] = 'asked';

  @Column('jsonb', { nullable: true })
  receipt: z.output<typeof Receipt> | null = null;

  fact(): z.output<typeof DeletionRequestFact> {
    const { id, version, organisation, child, client, consent, why, dueOn, state } = this;
    return { id, version, organisation, child, client, consent, why, dueOn, state };
  }
}
