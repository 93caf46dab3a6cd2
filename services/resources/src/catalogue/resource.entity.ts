import {
  editableStates,
  inBeijing,
  refuse,
  ResourceLocked,
  resourceLifeCycle,
  type ResourceContent,
  type ResourceFact,
  type ResourceState,
} from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import { searchable } from './searchable.js';

/** 资源: something to teach with, as its author wrote it, and how far its review has come. */
@Entity('resource')
export class ResourceEntity extends Aggregate<ResourceFact> {
  /** Published works are there for everyone below the organisation they belong to. */
  static readonly reach = { handedDown: "t.status = 'published'" };

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

  @Column('text', { array: true, name: 'knowledge_points' })
  knowledgePoints!: string[];

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { array: true })
  keywords!: string[];

  @Column('text')
  language!: string;

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

  /** What a search looks through; see {@link searchable}. */
  @Column('text', { name: 'search_text' })
  searchText!: string;

  get content(): ResourceContent {
    const { title, type, stage, subject, grades, edition, volume, chapter, knowledgePoints, description, keywords, language } = this;
    const usage = { method: this.usageMethod, scene: this.usageScene, example: this.usageExample };
    return { title, type, stage, subject, grades, edition, volume, chapter, knowledgePoints, description, keywords, language, usage };
  }

  set content({ usage, ...described }: ResourceContent) {
    Object.assign(this, described);
    this.usageMethod = usage.method;
    this.usageScene = usage.scene;
    this.usageExample = usage.example;
    this.searchText = searchable([described.title, ...described.keywords, ...described.knowledgePoints, described.description ?? '']);
  }

  /** Refuses unless the author may still write in this state. */
  mayBeEdited(): void {
    if (!editableStates.includes(this.status)) throw refuse(ResourceLocked, { state: this.status });
  }

  submit(): void {
    this.status = resourceLifeCycle.after(this.status, 'submit');
    this.round += 1;
  }

  decide(move: 'return' | 'reject' | 'publish', reason: string | null, now: Date): void {
    this.status = resourceLifeCycle.after(this.status, move);
    this.lastDecision = ({ return: 'returned', reject: 'rejected', publish: 'published' } as const)[move];
    this.lastReason = reason;
    if (move === 'publish') this.publishedAt = now;
  }

  withdraw(reason: string): void {
    this.status = resourceLifeCycle.after(this.status, 'withdraw');
    this.lastReason = reason;
  }

  /** Without its author and what reviewers wrote. */
  fact(): ResourceFact {
    return {
      id: this.id,
      version: this.version,
      createdAt: inBeijing(this.createdAt),
      updatedAt: inBeijing(this.updatedAt),
      organisation: this.organisation,
      ...this.content,
      status: this.status,
      round: this.round,
      publishedAt: this.publishedAt && inBeijing(this.publishedAt),
    };
  }
}
