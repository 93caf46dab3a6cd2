import { Inject, Injectable } from '@nestjs/common';
import {
  bulletinFacts,
  BulletinNotAddressed,
  BulletinNotFound,
  bulletinReceiptFacts,
  CLOCK,
  dayInBeijing,
  refuse,
  type BulletinMove,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Bulletin } from './bulletin.entity.js';
import { objectionTo } from './moves.js';
import { BulletinReceipt } from './receipt.entity.js';

/** 核稿 → 签发 → 印发 → 签收: what is issued reaches its addressees, and is never changed again. */
@Injectable()
export class Issuing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  check(id: string, call: Call): Promise<Bulletin> {
    return this.moved(id, 'check', call, (bulletin, work) => work.update(bulletin, bulletinFacts.checked));
  }

  sendBack({ bulletinId, reason }: InputOf<typeof reporting.sendBackBulletin>, call: Call): Promise<Bulletin> {
    return this.moved(bulletinId, 'sendBack', call, (bulletin, work) =>
      work.update(Object.assign(bulletin, { reason }), bulletinFacts.sentBack),
    );
  }

  sign(id: string, call: Call): Promise<Bulletin> {
    return this.moved(id, 'sign', call, (bulletin, work) => work.update(bulletin, bulletinFacts.signed));
  }

  withdraw({ bulletinId, reason }: InputOf<typeof reporting.withdrawBulletin>, call: Call): Promise<Bulletin> {
    return this.moved(bulletinId, 'withdraw', call, (bulletin, work) =>
      work.update(Object.assign(bulletin, { reason }), bulletinFacts.withdrawn),
    );
  }

  issue({ bulletinId, prefix }: InputOf<typeof reporting.issueBulletin>, call: Call): Promise<Bulletin> {
    return this.store.commit(call, async (work) => {
      const bulletin = await this.ready(bulletinId, 'issue', call, work);
      const now = this.clock.now();
      const year = Number(dayInBeijing(now).slice(0, 4));
      bulletin.issue(prefix, year, await nextSerial(bulletin.organisation, year, work), now);
      await deliver(bulletin, work);
      if (bulletin.replaces !== null) await replace(bulletin.replaces, bulletin.id, work);
      return work.update(bulletin, bulletinFacts.issued);
    });
  }

  receive(id: string, call: Call): Promise<Bulletin> {
    return this.store.commit(call, async (work) => {
      const bulletin = await work.one(Bulletin, id, BulletinNotFound);
      const receipt = await receiptOf(bulletin, call, work);
      if (receipt.receivedAt === null) {
        receipt.receivedAt = this.clock.now();
        await work.update(receipt, bulletinReceiptFacts.received);
      }
      return bulletin;
    });
  }

  private moved(
    id: string,
    move: BulletinMove,
    call: Call,
    keep: (bulletin: Bulletin, work: Work) => Promise<Bulletin>,
  ): Promise<Bulletin> {
    return this.store.commit(call, async (work) => {
      const bulletin = await this.ready(id, move, call, work);
      bulletin.make(move);
      return keep(bulletin, work);
    });
  }

  private async ready(id: string, move: BulletinMove, { caller }: Call, work: Work): Promise<Bulletin> {
    const bulletin = await work.target(Bulletin, id, BulletinNotFound);
    const objection = objectionTo(move, bulletin, caller);
    if (objection) throw objection;
    return bulletin;
  }
}

/** The caller's own receipt of an issued bulletin. */
export async function receiptOf({ id, issuedAt }: Bulletin, { caller }: Call, work: Work): Promise<BulletinReceipt> {
  const [receipt] = await work.all(BulletinReceipt, sql`t.bulletin = ${id} and t.organisation = ${caller.organisation ?? null}::uuid`, 1);
  if (!receipt || issuedAt === null) throw refuse(BulletinNotAddressed);
  return receipt;
}

/** Each addressee may read it from now on, and owes a receipt. */
async function deliver(bulletin: Bulletin, work: Work): Promise<void> {
  const receipts = [...new Set(bulletin.addressees)].map((organisation) =>
    Object.assign(new BulletinReceipt(), { id: newId(), organisation, bulletin: bulletin.id }),
  );
  await work.insertAll(receipts, bulletinReceiptFacts.awaited);
  for (const { organisation } of receipts) await work.assign(bulletin, { organisation });
}

/** Counted in the commit itself: no number is given twice, and none is left out. */
async function nextSerial(organisation: string, year: number, work: Work): Promise<number> {
  const [row] = await work.query<{ last: number }>(
    `insert into bulletin_serial (organisation, year, last) values ($1, $2, 1)
     on conflict (organisation, year) do update set last = bulletin_serial.last + 1 returning last`,
    [organisation, year],
  );
  return row!.last;
}

/** The corrected one stays readable and says what took its place. */
async function replace(old: string, by: string, work: Work): Promise<void> {
  const [bulletin] = await work.all(Bulletin, sql`t.id = ${old}`, 1);
  if (bulletin!.status !== 'issued') return;
  await work.update(Object.assign(bulletin!, { status: 'replaced', replacedBy: by }), bulletinFacts.replaced);
}
