import { Column, Entity } from 'typeorm';
import {
  callWorkLifeCycle,
  type CallWork as CallWorkView,
  type CallWorkContent,
  type CallWorkFact,
  type CallWorkMove,
  type CallWorkState,
  type WorkFile,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** A work that answers a call 应征作品. Its organisation's people meet it, those above, and experts whose opinion is asked for. */
@Entity('call_work')
export class CallWork extends Aggregate<CallWorkFact> {
  static readonly reach: ReachColumns = {};

  /** The authority that called. */
  @Column('uuid')
  issuer!: string;

  @Column('uuid')
  call!: string;

  @Column('uuid', { nullable: true })
  task!: string | null;

  @Column('uuid')
  author!: string;

  @Column('text')
  type!: CallWorkView['type'];

  @Column('jsonb')
  content!: CallWorkContent;

  @Column('jsonb')
  files: WorkFile[] = [];

  @Column('text')
  status: CallWorkState = 'draft';

  @Column('int')
  round = 0;

  /** Whether it was changed since it was returned. */
  @Column('boolean')
  touched = true;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null = null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null = null;

  /** It is an application, and who applied was recognised. */
  @Column('boolean')
  recognised = false;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  /** Who is named for it besides its author. */
  get contributors(): string[] {
    return this.content.contributors.map(({ person }) => person);
  }

  isMadeBy(person: string): boolean {
    return this.author === person || this.contributors.includes(person);
  }

  make(move: CallWorkMove): void {
    this.status = callWorkLifeCycle.after(this.status, move);
  }

  /** Refuses unless its author may still write; it stays where it is. */
  touch(): void {
    callWorkLifeCycle.after(this.status, 'change');
    this.touched = true;
  }

  override fact(): CallWorkFact {
    const { id, organisation, issuer, call, task, type, status, round } = this;
    const { stage, subject } = this.content;
    return { id, organisation, issuer, call, task, type, stage, subject, status, round };
  }
}
