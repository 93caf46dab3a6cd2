import { cardLife, type CardFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof CardFact>;

/** A card that stands for a person. It belongs to the organisation that issued it. */
@Entity('card')
export class Card extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text')
  kind!: Fact['kind'];

  @Column('text', { name: 'number_sealed' })
  numberSealed!: string;

  @Column('text', { name: 'number_lookup' })
  numberLookup!: string;

  @Column('date', { nullable: true })
  until: string | null = null;

  @Column('text')
  state: Fact['state'] = 'active';

  make(move: keyof typeof cardLife.table): void {
    this.state = cardLife.after(this.state, move);
  }

  fact(): Fact {
    const { id, version, organisation, person, kind, state } = this;
    return { id, version, organisation, person, kind, state };
  }
}
