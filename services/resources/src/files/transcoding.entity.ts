import { transcodingLife, type FileContent, type TranscodingFact, type TranscodingState } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 转码: a recording that a program is asked to bring into a form that every browser plays. */
@Entity('transcoding')
export class Transcoding extends Aggregate<TranscodingFact> {
  @Column('uuid')
  resource!: string;

  @Column('uuid')
  file!: string;

  @Column('text')
  state: TranscodingState = 'waiting';

  @Column('jsonb')
  seen!: FileContent;

  @Column('bigint', { transformer: { from: Number, to: String } })
  bytes!: number;

  @Column('int')
  attempts = 0;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt: Date | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  @Column('uuid', { nullable: true })
  rendition: string | null = null;

  take(now: Date): void {
    this.state = transcodingLife.after(this.state, 'take');
    this.attempts += 1;
    this.takenAt = now;
  }

  finish(rendition: string): void {
    this.state = transcodingLife.after(this.state, 'finish');
    this.rendition = rendition;
    this.reason = null;
  }

  fail(reason: string): void {
    this.state = transcodingLife.after(this.state, 'fail');
    this.reason = reason;
  }

  retry(): void {
    this.state = transcodingLife.after(this.state, 'retry');
  }

  /** Nobody brought it back: somebody else may take it. */
  lapse(): void {
    this.state = 'waiting';
  }

  fact(): TranscodingFact {
    const { id, version, organisation, resource, file, state, seen, rendition } = this;
    return { id, version, organisation, resource, file, state, content: seen, rendition };
  }
}
