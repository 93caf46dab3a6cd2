import type { FieldProfileName, SelectionFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import type { ScopeGiven } from './app.entity.js';

/** An organisation's choice of an app: it may act there and below, for these scopes, until then. */
@Entity('selection')
export class Selection extends Aggregate<z.output<typeof SelectionFact>> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  app!: string;

  /** The OAuth client id of the app. */
  @Column('text')
  client!: string;

  @Column('text', { array: true })
  scopes!: ScopeGiven[];

  /** What it reads of people here, besides who they are. */
  @Column('text')
  profile: FieldProfileName = 'statistics';

  @Column('timestamptz', { nullable: true })
  until: Date | null = null;

  @Column('text')
  state: 'selected' | 'ended' = 'selected';

  fact(): z.output<typeof SelectionFact> {
    const { id, version, client, organisation, scopes, until, state } = this;
    return { id, version, client, organisation, scopes, active: state === 'selected', until: until?.toISOString() ?? null };
  }
}
