import { Aggregate } from '@lianxue/persistence';
import { Column } from 'typeorm';

/** What every entry of the gradebook has. */
export abstract class GradebookRow<F> extends Aggregate<F> {
  /** The app that wrote it, and alone may change it. */
  @Column('text')
  writer!: string;

  /** What that app calls it; to everyone else it goes by its id. */
  @Column('text', { nullable: true })
  called: string | null = null;

  @Column('boolean')
  ended = false;
}
