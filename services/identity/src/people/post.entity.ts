import type { PostFact, PostRole } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** A person in a role at an organisation. Rights and work belong to the post; a person acts in one at a time. */
@Entity('post')
export class Post extends Aggregate<z.output<typeof PostFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text')
  role!: PostRole;

  /** Whom a pupil or guardian may read about: themselves, their wards. Empty for all others. */
  @Column('uuid', { array: true })
  about: string[] = [];

  /** A calendar day, the first of the post. */
  @Column('date')
  since!: string;

  /** The last day, when one is set. */
  @Column('date', { nullable: true })
  until: string | null = null;

  /** 学生当前状态码 of a pupil's post, once something has been recorded of it; a pupil of whom nothing is, is 01 在读. */
  @Column('text', { name: 'pupil_status', nullable: true })
  pupilStatus: string | null = null;

  @Column('boolean')
  ended = false;

  /** The post this one stands in for 代理. */
  @Column('uuid', { name: 'deputy_of', nullable: true })
  deputyOf: string | null = null;

  /** The post, and the person, that took over its work. */
  @Column('uuid', { nullable: true })
  successor: string | null = null;

  @Column('uuid', { name: 'successor_person', nullable: true })
  successorPerson: string | null = null;

  fact(): z.output<typeof PostFact> {
    const { id, version, person, organisation, role, ended, deputyOf, successor, successorPerson } = this;
    return { id, version, person, organisation, role, ended, deputyOf, successor, successorPerson };
  }
}
