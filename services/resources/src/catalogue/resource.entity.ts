import {
  editableStates,
  inBeijing,
  refuse,
  ResourceLocked,
  resourceLifeCycle,
  reviewLifeCycle,
  type ResourceContent,
  type ResourceFact,
  type ResourceLevel,
  type ResourceState,
  type ReviewState,
} from '@lianxue/contracts';
import { Aggregate, sql, type ReachColumns, type Sql } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import { searchable } from './searchable.js';

/** Moves that a review at a tier knows; while a resource is published below, they leave its status alone. */
type ReviewMove = keyof typeof reviewLifeCycle.table;

/** 资源: something to teach with, as its author wrote it, where it is under review, and which tiers show it. */
@Entity('resource')
export class ResourceEntity extends Aggregate<ResourceFact> {
  /** What a tier shows is there for everyone below it; see `standing`. */
  static readonly reach: ReachColumns = { sharedBy: 'shared_by' };

  @Column('text')
  title!: string;

  @Column('text')
  type!: ResourceContent['type'];

  @Column('text')
  stage!: ResourceContent['stage'];

  @Column('text')
  subject!: ResourceContent['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('text', { nullable: true })
  edition!: string | null;

  @Column('text', { nullable: true })
  volume!: string | null;

  @Column('text', { nullable: true })
  chapter!: string | null;

  @Column('uuid', { name: 'chapter_id', nullable: true })
  chapterId!: string | null;

  @Column('text', { array: true, name: 'knowledge_points' })
  knowledgePoints!: string[];

  @Column('uuid', { array: true, name: 'point_ids' })
  pointIds!: string[];

  @Column('uuid', { array: true, name: 'competency_ids' })
  competencyIds!: string[];

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { array: true })
  keywords!: string[];

  @Column('text')
  language!: string;

  @Column('text')
  licence!: ResourceContent['licence'];

  @Column('text', { name: 'rights_holder', nullable: true })
  rightsHolder!: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @Column('text')
  source!: ResourceContent['source'];

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl!: string | null;

  @Column('jsonb')
  contributors!: ResourceContent['contributors'];

  @Column('text', { name: 'usage_method', nullable: true })
  usageMethod!: string | null;

  @Column('text', { name: 'usage_scene', nullable: true })
  usageScene!: string | null;

  @Column('text', { name: 'usage_example', nullable: true })
  usageExample!: string | null;

  @Column('text')
  status: ResourceState = 'draft';

  @Column('int')
  round = 0;

  @Column('uuid')
  author!: string;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null = null;

  @Column('text', { name: 'last_decision', nullable: true })
  lastDecision: 'returned' | 'rejected' | 'published' | null = null;

  @Column('text', { name: 'last_reason', nullable: true })
  lastReason: string | null = null;

  /** The number of what it says now, as published; 0 before the first release. */
  @Column('int')
  release = 0;

  /** What its author has changed since, unseen until it is reviewed. */
  @Column('jsonb', { nullable: true })
  revision: ResourceContent | null = null;

  /** The tiers that show it: kept in step with its standings, for reach and for search. */
  @Column('uuid', { array: true, name: 'shared_by' })
  sharedBy: string[] = [];

  @Column('text')
  level: ResourceLevel = 'personal';

  @Column('text', { name: 'review_state' })
  reviewState: ReviewState = 'none';

  /** The tier that reviews it, or that returned it. */
  @Column('uuid', { name: 'review_at', nullable: true })
  reviewAt: string | null = null;

  @Column('int', { name: 'review_step' })
  reviewStep = 0;

  /** What the steps of this round are called, as the tier's rule was when the round began. */
  @Column('text', { array: true, name: 'review_steps' })
  reviewSteps: string[] = [];

  @Column('timestamptz', { name: 'review_due', nullable: true })
  reviewDue: Date | null = null;

  /** What a search looks through; see {@link searchable}. */
  @Column('text', { name: 'search_text' })
  searchText!: string;

  get content(): ResourceContent {
    const { title, type, stage, subject, grades, edition, volume, chapter, chapterId, knowledgePoints, pointIds, competencyIds } = this;
    const { description, keywords, language, licence, rightsHolder, validUntil, source, sourceNote, sourceUrl, contributors } = this;
    return {
      ...{ title, type, stage, subject, grades, edition, volume, chapter, chapterId, knowledgePoints, pointIds, competencyIds },
      ...{ description, keywords, language, licence, rightsHolder, validUntil, source, sourceNote, sourceUrl, contributors },
      usage: { method: this.usageMethod, scene: this.usageScene, example: this.usageExample },
    };
  }

  set content({ usage, ...described }: ResourceContent) {
    Object.assign(this, described);
    this.usageMethod = usage.method;
    this.usageScene = usage.scene;
    this.usageExample = usage.example;
    this.searchText = searchable([described.title, ...described.keywords, ...described.knowledgePoints, described.description ?? '']);
  }

  /** What its author works on, and a review is about: the revision where there is one. */
  get proposed(): ResourceContent {
    return this.revision ?? this.content;
  }

  /** What was published stays as readers know it: its author writes a revision. */
  set proposed(content: ResourceContent) {
    if (this.release > 0) this.revision = content;
    else this.content = content;
  }

  /** Its files have changed: what was published stays as readers know it, and a revision goes out with the others. */
  hasOtherFiles(): void {
    if (this.release > 0) this.revision ??= this.content;
  }

  /** Whoever had a part in what is published or in its revision; see {@link madeBy}. */
  isMadeBy(person: string): boolean {
    return this.author === person || [...this.contributors, ...this.proposed.contributors].some((one) => one.person === person);
  }

  /** Refuses unless the author may still write in this state. */
  mayBeEdited(): void {
    const state = this.reviewState === 'submitted' ? 'submitted' : this.status;
    if (!editableStates.includes(state)) throw refuse(ResourceLocked, { state });
  }

  /** Makes a move of its review, or refuses. */
  review(move: ReviewMove): void {
    const status = this.status === 'published' ? this.status : resourceLifeCycle.after(this.status, move);
    this.reviewState = reviewLifeCycle.after(this.reviewState, move);
    this.status = status;
  }

  /** What became of the round; what was returned stays with the tier that did. */
  decided(decision: 'returned' | 'rejected' | 'published', reason: string | null): void {
    this.lastDecision = decision;
    this.lastReason = reason;
    this.reviewDue = null;
    if (decision !== 'returned') this.leaveReview();
  }

  leaveReview(): void {
    Object.assign(this, { reviewState: 'none', reviewAt: null, reviewStep: 0, reviewSteps: [], reviewDue: null });
  }

  /** Without its author, contributors and what reviewers wrote. */
  fact(): ResourceFact {
    const { contributors: _, rightsHolder: __, sourceNote: ___, ...content } = this.content;
    return {
      id: this.id,
      version: this.version,
      createdAt: inBeijing(this.createdAt),
      updatedAt: inBeijing(this.updatedAt),
      organisation: this.organisation,
      ...content,
      status: this.status,
      round: this.round,
      publishedAt: this.publishedAt && inBeijing(this.publishedAt),
      release: this.release,
      level: this.level,
    };
  }
}

/** The same of the resources `t`. */
export const madeBy = (person: string): Sql =>
  sql`(t.author = ${person}::uuid or (t.contributors || coalesce(t.revision -> 'contributors', '[]'::jsonb)) @> jsonb_build_array(jsonb_build_object('person', ${person}::text)))`;
