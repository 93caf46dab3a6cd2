import {
  inBeijing,
  questionLifeCycle,
  QuestionLocked,
  refuse,
  type BankQuestion,
  type Caller,
  type QuestionContent,
  type QuestionFact,
  type QuestionFigure,
  type QuestionMove,
  type QuestionState,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 试题: what it asks, what is right, and to what of the curriculum it is bound. */
@Entity('question')
export class Question extends Aggregate<QuestionFact> {
  /** What monitoring will ask stays with those who monitor. */
  static readonly reach: ReachColumns = { handedDown: "t.status = 'approved' and t.bank = 'general'" };

  @Column('text')
  bank!: BankQuestion['bank'];

  @Column('text')
  kind!: BankQuestion['kind'];

  @Column('jsonb')
  content!: QuestionContent;

  /** What is shown of them, and under which id each is kept. */
  @Column('jsonb')
  figures!: (QuestionFigure & { readonly file: string })[];

  @Column('text')
  stage!: BankQuestion['stage'];

  @Column('text')
  subject!: BankQuestion['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('text', { nullable: true })
  difficulty!: BankQuestion['difficulty'];

  @Column('uuid', { array: true })
  chapters!: string[];

  @Column('uuid', { array: true })
  points!: string[];

  @Column('uuid', { array: true })
  competencies!: string[];

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('int', { nullable: true })
  year!: number | null;

  @Column('text')
  fingerprint!: string;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('text')
  status: QuestionState = 'draft';

  @Column('uuid')
  author!: string;

  @Column('text', { nullable: true })
  reason: string | null = null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null = null;

  mayBeEdited(): void {
    if (this.status !== 'draft' && this.status !== 'returned') throw refuse(QuestionLocked, { state: this.status });
  }

  make(move: QuestionMove, reason: string | null, now: Date): void {
    this.status = questionLifeCycle.after(this.status, move);
    if (move === 'submit') return;
    Object.assign(this, { reason, reviewedAt: now });
  }

  /** What a question of the monitoring bank still lacks; nothing is compulsory in the other. */
  get unbound(): ('difficulty' | 'points' | 'competencies')[] {
    if (this.bank !== 'monitoring') return [];
    const { difficulty, points, competencies } = this;
    return [
      ...(difficulty === null ? (['difficulty'] as const) : []),
      ...(points.length === 0 ? (['points'] as const) : []),
      ...(competencies.length === 0 ? (['competencies'] as const) : []),
    ];
  }

  fact(): QuestionFact {
    const { id, organisation, bank, kind, stage, subject, grades, difficulty, chapters, points, competencies, status } = this;
    return { id, organisation, bank, kind, stage, subject, grades, difficulty, chapters, points, competencies, status };
  }

  view(caller: Caller, answersFor = true): BankQuestion {
    const { version, content, source, year, fingerprint, author, reason, reviewedAt } = this;
    const isOwn = author === caller.subject;
    const moves = questionLifeCycle
      .movesFor(this.status, caller)
      .filter((move) => answersFor && ((move === 'submit') === isOwn || move === 'withdraw'));
    return {
      ...this.fact(),
      ...{ version, content, source, year, fingerprint, author, reason, moves },
      figures: this.figures.map(({ name, sha256, mediaType, size }) => ({ name, sha256, mediaType, size })),
      createdAt: inBeijing(this.createdAt),
      updatedAt: inBeijing(this.updatedAt),
      reviewedAt: reviewedAt && inBeijing(reviewedAt),
    };
  }
}
