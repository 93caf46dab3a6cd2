import { inBeijing, type AttendanceEntry, type AttendanceFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** An entry of the attendance ledger 考勤台账: added, never changed; the table itself refuses anything else. */
@Entity('attendance')
export class AttendanceEntryEntity extends Aggregate<AttendanceFact> {
  @Column('uuid')
  session!: string;

  @Column('uuid')
  receiver!: string;

  @Column('text')
  kind!: AttendanceEntry['kind'];

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  source!: AttendanceEntry['source'];

  @Column('int', { nullable: true })
  pupils!: number | null;

  @Column('text', { name: 'evidence_kind' })
  evidenceKind!: AttendanceFact['evidence'];

  @Column('text', { name: 'evidence_reference' })
  evidenceReference!: string;

  /** The kind of evidence, not what it says. */
  fact(): AttendanceFact {
    const { id, version, organisation, session, receiver, kind, source, pupils, evidenceKind: evidence } = this;
    const [createdAt, updatedAt, at] = [inBeijing(this.createdAt), inBeijing(this.updatedAt), inBeijing(this.at)];
    return { id, version, createdAt, updatedAt, organisation, session, receiver, kind, at, source, pupils, evidence };
  }
}
