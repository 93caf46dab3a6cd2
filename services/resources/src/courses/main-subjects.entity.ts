import type { MainSubjectsFact, MainSubjectsList } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 主要学科 as one organisation has set them, for itself and those below that set none. */
@Entity('main_subjects')
export class MainSubjectsEntity extends Aggregate<MainSubjectsFact> {
  static readonly reach: ReachColumns = {};

  @Column('jsonb')
  main!: MainSubjectsList;

  fact(): MainSubjectsFact {
    const { id, organisation, main } = this;
    return { id, organisation, main };
  }
}
