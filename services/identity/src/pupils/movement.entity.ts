import { movementFacts, movementKinds, type Movement as MovementShape, type MovementCode } from '@lianxue/contracts';
import { Aggregate, type ReachColumns, type Work } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Shape = z.output<typeof MovementShape>;
type Fact = Omit<Shape, 'reason' | 'createdAt' | 'updatedAt'>;

/** A line of 学籍异动: what a pupil did at a school on a day. A school keeps its lines when the pupil is gone. */
@Entity('movement')
export class Movement extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text')
  kind!: MovementCode;

  @Column('date', { name: 'happened_on' })
  on!: string;

  @Column('text')
  status!: Shape['status'];

  @Column('uuid', { name: 'from_class', nullable: true })
  fromClass: string | null = null;

  @Column('uuid', { name: 'to_class', nullable: true })
  toClass: string | null = null;

  @Column('int', { name: 'from_grade', nullable: true })
  fromGrade: number | null = null;

  @Column('int', { name: 'to_grade', nullable: true })
  toGrade: number | null = null;

  /** The other school of a transfer. */
  @Column('uuid', { nullable: true })
  other: string | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  fact(): Fact {
    const { id, version, organisation, person, kind, on, status, fromClass, toClass, fromGrade, toGrade, other } = this;
    return { id, version, organisation, person, kind, on, status, fromClass, toClass, fromGrade, toGrade, other };
  }
}

/** What a line says; the state it leaves the pupil in follows from its kind. */
export type Moved = Pick<Movement, 'organisation' | 'person' | 'kind' | 'on'> &
  Partial<Pick<Movement, 'fromClass' | 'toClass' | 'fromGrade' | 'toGrade' | 'other' | 'reason'>>;

export const movementOf = (moved: Moved): Movement => Object.assign(new Movement(), moved, { status: movementKinds[moved.kind].status });

export const record = (moved: Moved, work: Work): Promise<Movement> => work.insert(movementOf(moved), movementFacts.recorded);
