import { Column, Entity } from 'typeorm';
import {
  inBeijing,
  submissionLifeCycle,
  type Attachment,
  type NationalEntry,
  type Reason,
  type Remarks,
  type ReviewLevel,
  type Signatories,
  type SubmissionFact,
  type SubmissionMove,
  type SubmissionState,
  type Values,
  type Warning,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import type { Windows } from '../collecting/windows.js';
import type { Edits } from './edits.js';
import type { Sources } from './sources.js';
import type { Stood } from './review/stood.js';

/** A correction under way 更正. */
interface Correction {
  readonly reason: string;
  readonly until: string;
  readonly openedBy: string;
  /** As they were approved. */
  readonly values: Values;
  /** All that withdrawing it brings back. */
  readonly stood?: Stood;
}

/** One organisation's document for one period 填报表. */
@Entity('submission')
export class Submission extends Aggregate<SubmissionFact> {
  static readonly reach: ReachColumns = {};

  /** Who filled it in: another organisation than its own when filled in on behalf 代填. */
  @Column('uuid', { name: 'filled_by' })
  filledBy!: string;

  @Column('uuid')
  period!: string;

  @Column('uuid')
  form!: string;

  @Column('text')
  status: SubmissionState = 'draft';

  /** Counts from 1; one more after each return. */
  @Column('int')
  round = 1;

  /** The authority that decides next, or decided last. */
  @Column('uuid', { nullable: true })
  reviewer: string | null = null;

  @Column('text', { nullable: true })
  level: ReviewLevel | null = null;

  /** The nearest authority above by 隶属 when it was submitted: where its figures are added up, however many levels review. */
  @Column('uuid', { nullable: true })
  nearest: string | null = null;

  /** The level that last returned it: until its day, every level below it may act once more. */
  @Column('text', { name: 'returned_by', nullable: true })
  returnedBy: ReviewLevel | null = null;

  /** Who last acted for a level that had missed its day 代审. */
  @Column('uuid', { name: 'acted_by', nullable: true })
  actedBy: string | null = null;

  /** Numbers and choices: what may travel in facts. */
  @Column('jsonb')
  figures: Values = {};

  /** Texts somebody wrote; they may name a person, so they stay here. */
  @Column('jsonb')
  words: Values = {};

  /** All values as they were when the last round was returned. */
  @Column('jsonb', { nullable: true })
  previous: Values | null = null;

  /** Why it is open again after it was approved, until when, and what was approved: that counts until this is. */
  @Column('jsonb', { nullable: true })
  correction: Correction | null = null;

  /** The day on which the printed submission with its seal was received. */
  @Column('date', { name: 'sealed_on', nullable: true })
  sealedOn: string | null = null;

  /** What the platform computes of it; never typed. */
  @Column('jsonb')
  computed: Record<string, number> = {};

  /** What was said at a field to explain it. */
  @Column('jsonb')
  remarks: Remarks = {};

  /** The validation rules it broke when it was last saved or submitted. */
  @Column('jsonb')
  warnings: Warning[] = [];

  @Column('jsonb')
  reasons: Reason[] = [];

  @Column('text', { nullable: true })
  note: string | null = null;

  /** Confirmed in one step to be as in the last period 无变化确认. */
  @Column('boolean', { name: 'is_unchanged' })
  isUnchanged = false;

  /** What tells whether two people at one form were in each other's way. */
  @Column('jsonb')
  edits: Edits = { since: 1, fields: {} };

  /** Names that stand below the printed submission; they name persons, so they stay here. */
  @Column('jsonb', { nullable: true })
  signatories: Signatories | null = null;

  /** Submitted after the day of the schools, on an exception or another round. */
  @Column('boolean', { name: 'is_late' })
  isLate = false;

  /** Rules that warn without keeping it from being submitted. */
  @Column('int', { name: 'warning_count' })
  warningCount = 0;

  /** Values that differ from the last period; null where there is nothing to compare with. */
  @Column('int', { name: 'change_count', nullable: true })
  changeCount: number | null = null;

  /** How soon a reviewer should look at it. */
  @Column('int')
  risk = 0;

  /** Files that came with it. */
  @Column('jsonb', { default: [] })
  attachments: Attachment[] = [];

  /** What the platform knew when it was last asked; none where nothing of the form or its rules speaks of it. */
  @Column('jsonb', { nullable: true })
  sources: Sources | null = null;

  /** That these values were entered in the national system. */
  @Column('jsonb', { name: 'national_entry', nullable: true })
  nationalEntry: NationalEntry | null = null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null = null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null = null;

  get values(): Values {
    return { ...this.figures, ...this.words };
  }

  /** Makes a move of the life cycle, or refuses it. */
  make(move: SubmissionMove): void {
    this.status = submissionLifeCycle.after(this.status, move);
    // What was sealed is another document, and what is filled in is no longer confirmed as it was.
    if (move === 'revise') this.sealedOn = null;
    if (move === 'revise' || move === 'fillIn') this.isUnchanged = false;
    // Nobody goes on filling in beside what was submitted.
    if (move === 'submit') this.edits = { since: this.version + 1, fields: {} };
  }

  /** The windows of its period as they hold for it. */
  windowsWithin(windows: Windows): Windows {
    const held = this.returnedBy ? windows.prolongedTo(windows.due(this.returnedBy)) : windows;
    return this.correction ? held.prolongedTo(new Date(this.correction.until)) : held;
  }

  override fact(): SubmissionFact {
    const { id, organisation, filledBy, period, form, status, round, reviewer, level, nearest, actedBy, sealedOn, isUnchanged } = this;
    const submittedAt = this.submittedAt && inBeijing(this.submittedAt);
    const decidedAt = this.decidedAt && inBeijing(this.decidedAt);
    const { computed } = this;
    const where = { status, round, reviewer, level, nearest, actedBy, sealedOn, unchanged: isUnchanged };
    return { id, organisation, filledBy, period, form, ...where, values: this.figures, computed, submittedAt, decidedAt };
  }
}
