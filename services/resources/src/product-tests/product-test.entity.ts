import {
  ProductTestOver,
  refuse,
  type Compared,
  type ProductReply,
  type ProductTest as ProductTestView,
  type ProductTestFact,
  type TestedVersion,
  type TestState,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 产品评测: its plan, and once it is published its comparison for everybody. */
@Entity('product_test')
export class ProductTest extends Aggregate<ProductTestFact> {
  static readonly reach: ReachColumns = { public: "t.status = 'published'" };

  @Column('text')
  name!: string;

  @Column('text')
  method!: string;

  @Column('jsonb')
  criteria!: ProductTestView['criteria'];

  @Column('int')
  least!: number;

  @Column('int', { name: 'reply_days' })
  replyDays!: number;

  @Column('jsonb')
  versions!: TestedVersion[];

  @Column('text')
  status: TestState = 'running';

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null = null;

  @Column('int', { nullable: true })
  experts: number | null = null;

  @Column('jsonb', { nullable: true })
  comparison: Compared[] | null = null;

  @Column('jsonb')
  replies: ProductReply[] = [];

  get vendors(): string[] {
    return [...new Set(this.versions.map(({ vendor }) => vendor))];
  }

  holdRunning(): void {
    if (this.status !== 'running') throw refuse(ProductTestOver);
  }

  override fact(): ProductTestFact {
    const { id, organisation, name, versions, status } = this;
    return { id, organisation, name, versions, status };
  }
}
