import type { ClassSignInFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** The code by which the pupils of a class find their pictures; sealed, because the sheet shows it again. */
@Entity('class_sign_in')
export class ClassSignIn extends Aggregate<z.output<typeof ClassSignInFact>> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  class!: string;

  @Column('text', { name: 'code_sealed' })
  codeSealed!: string;

  @Column('text', { name: 'code_lookup' })
  codeLookup!: string;

  @Column('timestamptz')
  until!: Date;

  fact(): z.output<typeof ClassSignInFact> {
    const { id, version, organisation, class: schoolClass } = this;
    return { id, version, organisation, class: schoolClass };
  }
}
