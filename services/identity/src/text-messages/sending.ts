import { CLOCK, type Clock } from '@lianxue/contracts';
import { Rounds, Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { TEXT_SENDER, type TextSender } from './text-sender.js';

const everyMs = 1000;
const atOnce = 20;
/** While a message is with the sender, and before it is tried again, no other replica takes it. */
const nextTrySeconds = 15;

interface Taken {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

/** Hands waiting messages to the sender, at least once each, until they are sent or too old to be of use. */
@Injectable()
export class Sending extends Rounds {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    @Inject(TEXT_SENDER) private readonly sender: TextSender | undefined,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    if (!this.sender) return;
    const now = this.clock.now();
    const [due] = await this.store.read(sql`select 1 from text_message where state = 'waiting' and due_at <= ${now} limit 1`);
    if (!due) return;
    for (const message of await this.take(now)) await this.send(message);
  }

  private take(now: Date): Promise<Taken[]> {
    return this.store.commit(ownCall(), async (work) => {
      await work.query(
        `update text_message set state = 'expired', text_sealed = null, updated_at = $1 where state = 'waiting' and expires_at <= $1`,
        [now],
      );
      const rows = await work.query<{ id: string; phone: string; text: string }>(
        `update text_message set tries = tries + 1, due_at = $1::timestamptz + interval '${nextTrySeconds} seconds', updated_at = $1
         where id in (select id from text_message where state = 'waiting' and due_at <= $1 order by due_at limit ${atOnce} for update skip locked)
         returning id, phone_sealed as phone, text_sealed as text`,
        [now],
      );
      return rows.map(({ id, phone, text }) => ({ id, phone: this.sealer.open(phone), text: this.sealer.open(text) }));
    });
  }

  private async send(message: Taken): Promise<void> {
    const { name } = this.sender!;
    try {
      const { reference } = await this.sender!.send(message);
      await this.note(
        `update text_message set state = 'sent', text_sealed = null, sender = $2, reference = $3, trouble = null, sent_at = $4, updated_at = $4 where id = $1`,
        [message.id, name, reference ?? null, this.clock.now()],
      );
    } catch (error) {
      // What a sender says may repeat the number it was given.
      const trouble = (error as Error).message.replace(/\d{5,}/g, '…').slice(0, 200);
      this.log.warn(`${name} did not take a text message: ${trouble}`);
      await this.note(`update text_message set sender = $2, trouble = $3, updated_at = $4 where id = $1`, [
        message.id,
        name,
        trouble,
        this.clock.now(),
      ]);
    }
  }

  private async note(text: string, values: readonly unknown[]): Promise<void> {
    await this.store.commit(ownCall(), (work) => work.query(text, values));
  }
}
