import {
  HoldingTooFew,
  HoldingTooMany,
  refuse,
  type HoldingDescription,
  type HoldingFact,
  type HoldingOffer,
  type HoldingEntryKind,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** How a movement changes what there is, and what of it is out. */
const effects: Readonly<Record<HoldingEntryKind, readonly [copies: number, out: number]>> = {
  entered: [1, 0],
  received: [1, 0],
  writtenOff: [-1, 0],
  taken: [0, 1],
  broughtBack: [0, -1],
  lost: [-1, -1],
};

const most = 10_000_000;

/** 馆藏: what is shared is met by everybody below the authority within which it is. */
@Entity('holding')
export class Holding extends Aggregate<HoldingFact> {
  static readonly reach: ReachColumns = { sharedBy: 'shared_by' };

  @Column('text')
  kind!: HoldingDescription['kind'];

  @Column('text')
  name!: string;

  @Column('text')
  medium!: HoldingDescription['medium'];

  @Column('text', { nullable: true })
  publisher!: string | null;

  @Column('jsonb', { nullable: true })
  code!: HoldingDescription['code'];

  @Column('text', { nullable: true })
  stage!: HoldingDescription['stage'];

  @Column('text', { nullable: true })
  subject!: HoldingDescription['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('uuid', { name: 'order_title', nullable: true })
  orderTitle: string | null = null;

  @Column('int')
  copies = 0;

  @Column('int')
  out = 0;

  @Column('jsonb', { nullable: true })
  offer: HoldingOffer | null = null;

  /** The authority of its offer; none while it is not shared. */
  @Column('uuid', { array: true, name: 'shared_by' })
  sharedBy: string[] = [];

  get available(): number {
    return this.copies - this.out;
  }

  /** Refuses what would leave fewer copies than there are; only the ledger calls it, under the row's lock. */
  move(kind: HoldingEntryKind, copies: number): void {
    const [there, out] = effects[kind];
    const goes = kind === 'writtenOff' || kind === 'taken';
    if (goes && copies > this.available) throw refuse(HoldingTooFew, { available: this.available });
    if (this.copies + there * copies > most) throw refuse(HoldingTooMany);
    this.copies += there * copies;
    this.out += out * copies;
  }

  get description(): HoldingDescription {
    const { kind, name, medium, publisher, code, stage, subject, grades, place } = this;
    return { kind, name, medium, publisher, code, stage, subject, grades, place };
  }

  override fact(): HoldingFact {
    const { place: _, ...description } = this.description;
    const { id, organisation, orderTitle, copies, out, offer } = this;
    return { id, organisation, ...description, orderTitle, copies, out, offer };
  }
}
