import type { AccountFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** What a person signs in with. Its facts carry neither username nor hash. */
@Entity('account')
export class Account extends Aggregate<z.output<typeof AccountFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text')
  username!: string;

  /** The username as it is compared: NFKC, lower case. A closed account keeps it, so that nobody inherits a name. */
  @Column('text', { name: 'username_key' })
  usernameKey!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean', { name: 'must_change_password' })
  mustChangePassword!: boolean;

  /** When its owner chose the password; null on accounts older than the rule that asks. */
  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null = null;

  /** Until when a password that nobody chose for good lets its owner in. */
  @Column('timestamptz', { name: 'one_time_until', nullable: true })
  oneTimeUntil: Date | null = null;

  /** The job that gave its owner a slip with the one-time password; null for every other. */
  @Column('uuid', { nullable: true })
  opening: string | null = null;

  @Column('boolean')
  closed = false;

  fact(): z.output<typeof AccountFact> {
    const { id, version, person, organisation } = this;
    return { id, version, person, organisation };
  }
}

export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();
