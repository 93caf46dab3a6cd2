import { Column, Entity } from 'typeorm';
import { inBeijing, noticeLifeCycle, type NoticeLine, type NoticeState, type PublicNoticeFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** Results before everybody's eyes 公示: schools and works, no people, so that everybody may read it. */
@Entity('public_notice')
export class PublicNotice extends Aggregate<PublicNoticeFact> {
  static readonly reach: ReachColumns = { public: 'true' };

  /** The authority's name when it gave notice. */
  @Column('text')
  authority!: string;

  @Column('uuid')
  activity!: string;

  @Column('text', { name: 'activity_name' })
  activityName!: string;

  @Column('timestamptz')
  opens!: Date;

  @Column('timestamptz')
  closes!: Date;

  @Column('text')
  status: NoticeState = 'open';

  @Column('jsonb')
  lines!: NoticeLine[];

  /** Makes the results final. */
  finalise(): void {
    this.status = noticeLifeCycle.after(this.status, 'finalise');
  }

  lineOf(entry: string): NoticeLine | undefined {
    return this.lines.find((line) => line.entry === entry);
  }

  override fact(): PublicNoticeFact {
    const { id, organisation, authority, activity, activityName, opens, closes, status, lines } = this;
    return { id, organisation, authority, activity, activityName, opens: inBeijing(opens), closes: inBeijing(closes), status, lines };
  }
}
