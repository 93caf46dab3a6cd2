import type { ConsentEnding, ConsentFact, ConsentState, DataPurpose } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Ending = z.output<typeof ConsentEnding>;

/** One decision about one app and one pupil. A later decision is a row of its own, so that what was agreed to stays readable. */
@Entity('consent')
export class Consent extends Aggregate<z.output<typeof ConsentFact>> {
  static readonly reach: ReachColumns = { person: 'child' };

  @Column('uuid')
  child!: string;

  @Column('text')
  client!: string;

  /** Who decided: a guardian, or the pupil. */
  @Column('uuid')
  guardian!: string;

  @Column('boolean', { name: 'by_self' })
  bySelf!: boolean;

  @Column('text', { array: true })
  purposes!: z.output<typeof DataPurpose>[];

  /** The version of the app's declared purposes that was read. */
  @Column('int', { name: 'text_version' })
  textVersion!: number;

  @Column('text')
  state!: z.output<typeof ConsentState>;

  @Column('timestamptz', { nullable: true })
  until: Date | null = null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null = null;

  /** Why it ended by itself. */
  @Column('text', { nullable: true })
  ending: Ending | null = null;

  /** When it ends by itself: by its day, or on the birthday from which the pupil decides. The table keeps it, also when a birth is corrected. */
  @Column('timestamptz', { nullable: true })
  due: Date | null = null;

  fact(): z.output<typeof ConsentFact> {
    const { id, version, organisation, child, client, state, ending } = this;
    return { id, version, organisation, child, client, state, ending };
  }
}
