import type { TextMessage as TextMessageShape } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Shape = z.output<typeof TextMessageShape>;

/** A text message on its way. It causes no facts: whether a code arrived is nobody's business but the school's. */
@Entity('text_message')
export class TextMessage extends Aggregate<Record<string, never>> {
  @Column('text')
  purpose!: Shape['purpose'];

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  /** Gone once it was sent or is too old to be. */
  @Column('text', { name: 'text_sealed', nullable: true })
  textSealed: string | null = null;

  @Column('text')
  state: Shape['state'] = 'waiting';

  @Column('text', { nullable: true })
  sender: string | null = null;

  @Column('text', { nullable: true })
  reference: string | null = null;

  @Column('text', { nullable: true })
  trouble: string | null = null;

  @Column('int')
  tries = 0;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null = null;

  fact(): Record<string, never> {
    return {};
  }
}
