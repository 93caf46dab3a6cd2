import { Column, Entity } from 'typeorm';
import {
  bulletinLifeCycle,
  dayInBeijing,
  inBeijing,
  type Bulletin as BulletinView,
  type BulletinFact,
  type BulletinMove,
  type BulletinState,
  type PaperPart,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

const dayMs = 24 * 3600_000;

/** Figures told to those they are about 通报: a number, a signature, and the figures as they were. */
@Entity('bulletin')
export class Bulletin extends Aggregate<BulletinFact> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  template!: BulletinFact['template'];

  @Column('text')
  status: BulletinState = 'draft';

  @Column('int', { nullable: true })
  year: number | null = null;

  @Column('int', { nullable: true })
  serial: number | null = null;

  @Column('text', { nullable: true })
  number: string | null = null;

  @Column('text')
  title!: string;

  @Column('text')
  opening!: string;

  @Column('text')
  closing!: string;

  @Column('jsonb')
  parts!: PaperPart[];

  @Column('jsonb')
  citation!: BulletinView['citation'];

  /** Who wrote it: another person checks it. */
  @Column('uuid')
  drafter!: string;

  @Column('uuid', { array: true })
  addressees!: string[];

  @Column('int', { name: 'objection_days' })
  objectionDays!: number;

  @Column('timestamptz', { name: 'objections_until', nullable: true })
  objectionsUntil: Date | null = null;

  @Column('timestamptz', { name: 'issued_at', nullable: true })
  issuedAt: Date | null = null;

  @Column('uuid', { nullable: true })
  replaces: string | null = null;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy: string | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  make(move: BulletinMove): void {
    this.status = bulletinLifeCycle.after(this.status, move);
  }

  /** `抚教通报〔2026〕3号`, and from then on the days in which it may be objected to. */
  issue(prefix: string, year: number, serial: number, now: Date): void {
    this.make('issue');
    Object.assign(this, { year, serial, number: `${prefix}〔${year}〕${serial}号`, issuedAt: now });
    this.objectionsUntil = new Date(now.getTime() + this.objectionDays * dayMs);
  }

  get issuedOn(): string | null {
    return this.issuedAt && dayInBeijing(this.issuedAt);
  }

  override fact(): BulletinFact {
    const { id, organisation, template, status, number, issuedOn, replaces, replacedBy } = this;
    const objectionsUntil = this.objectionsUntil && inBeijing(this.objectionsUntil);
    return { id, organisation, template, status, number, issuedOn, objectionsUntil, replaces, replacedBy };
  }
}
