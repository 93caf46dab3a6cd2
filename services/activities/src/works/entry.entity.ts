import { Column, Entity } from 'typeorm';
import { entryLifeCycle, type EntryFact, type EntryState, type Tier } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** A pupil's work in an activity 作品. The school's people meet it, those above, and the pupil and their guardians. */
@Entity('entry')
export class Entry extends Aggregate<EntryFact> {
  static readonly reach: ReachColumns = { person: 'pupil' };

  /** Whose activity it is. */
  @Column('uuid')
  organiser!: string;

  @Column('uuid')
  activity!: string;

  @Column('text')
  group!: string;

  @Column('text')
  category!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description: string | null = null;

  /** The person id; the name is identity's. */
  @Column('uuid')
  pupil!: string;

  @Column('uuid', { array: true })
  advisers: string[] = [];

  @Column('text')
  status: EntryState = 'entered';

  @Column('text')
  tier: Tier = 'school';

  @Column('uuid', { name: 'stands_with' })
  standsWith!: string;

  /** Mean of its experts' totals; PostgreSQL keeps two places exactly, so it stays text until it is shown. */
  @Column('numeric', { precision: 7, scale: 2, nullable: true })
  score: string | null = null;

  @Column('text', { nullable: true })
  award: string | null = null;

  make(move: keyof typeof entryLifeCycle.table): void {
    this.status = entryLifeCycle.after(this.status, move);
  }

  get isAtOrganiser(): boolean {
    return this.standsWith === this.organiser;
  }

  override fact(): EntryFact {
    const { id, organisation, activity, group, category, title, status, tier, standsWith, award } = this;
    return { id, organisation, activity, group, category, title, status, tier, standsWith, award };
  }
}
