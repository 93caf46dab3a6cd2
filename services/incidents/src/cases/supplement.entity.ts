import type { Supplement } from '@lianxue/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 补报: what was added to an incident; never changed. Belongs to its incident; no fact of its own. */
@Entity('supplement')
export class SupplementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  incident!: string;

  @Column('text')
  item!: Supplement['item'];

  @Column('text')
  text!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  organisation!: string;

  @Column('text')
  person!: string;
}
