import type { FieldProfileName, SelectionFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import type { ScopeGiven } from './app.entity.js';

/** An organisation's choice of an app: it may act there and below, for these scopes, until then. */
@Entity('selection')
export class Selection extends Aggregate<z.output<typeof SelectionFact>> {
  /** Read publicly only by the app it is about: see {@link ReadingReach}. */
  static readonly reach: ReachColumns = { public: 'true' };

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

  /** Why it does not hold although nobody ended it. */
  @Column('text', { nullable: true })
  held: 'filing' | null = null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: 'school' | 'bureau' | 'vendor' | 'platform' | null = null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null = null;

  /** Of the user 使用者备案, as the bureau keeps it. */
  @Column('text', { name: 'filing_number', nullable: true })
  filingNumber: string | null = null;

  @Column('date', { name: 'filing_until', nullable: true })
  filingUntil: string | null = null;

  get holds(): boolean {
    return this.state === 'selected' && this.held === null;
  }

  fact(): z.output<typeof SelectionFact> {
    const { id, version, client, organisation, scopes, until, holds } = this;
    return { id, version, client, organisation, scopes, active: holds, until: until?.toISOString() ?? null };
  }
}
