import { titleLifeCycle, type OrderTitleFact, type TitleState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 征订条目: what was vetted is there for everybody below the authority whose catalogue it stands in. */
@Entity('order_title')
export class OrderTitle extends Aggregate<OrderTitleFact> {
  static readonly reach: ReachColumns = { handedDown: "t.status = 'vetted'" };

  @Column('text')
  scheme!: OrderTitleFact['code']['scheme'];

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrderTitleFact['kind'];

  @Column('text')
  publisher!: string;

  @Column('text')
  stage!: OrderTitleFact['stage'];

  @Column('text')
  subject!: OrderTitleFact['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('bigint')
  fen!: number | string;

  @Column('text')
  status: TitleState = 'entered';

  @Column('text', { nullable: true })
  note: string | null = null;

  /** Who entered or last edited it, and therefore does not vet it. */
  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  make(move: keyof typeof titleLifeCycle.table): void {
    this.status = titleLifeCycle.after(this.status, move);
  }

  override fact(): OrderTitleFact {
    const { id, organisation, scheme, code, name, kind, publisher, stage, subject, grades, status } = this;
    const content = { name, kind, publisher, stage, subject, grades, fen: Number(this.fen) };
    return { id, organisation, code: { scheme, value: code }, ...content, status };
  }
}
