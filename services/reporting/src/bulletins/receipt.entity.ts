import { Column, Entity } from 'typeorm';
import type { BulletinReceiptFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** That a bulletin is addressed to an organisation, and when it was received there 签收. */
@Entity('bulletin_receipt')
export class BulletinReceipt extends Aggregate<BulletinReceiptFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  bulletin!: string;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt: Date | null = null;

  override fact(): BulletinReceiptFact {
    const { id, organisation, bulletin, receivedAt } = this;
    return { id, organisation, bulletin, received: receivedAt !== null };
  }
}
