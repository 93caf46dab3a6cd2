import { isDeepStrictEqual } from 'node:util';
import {
  orderTitleFacts,
  OrderTitleNotFound,
  OrderTitleOwn,
  OrderTitleTaken,
  refuse,
  type Call,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, Store, violates } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrderTitle } from './order-title.entity.js';

/** An authority keeps a catalogue; nothing can be ordered that only one pair of eyes has seen. */
@Injectable()
export class KeepingTitles {
  constructor(@Inject(Store) private readonly store: Store) {}

  enter({ id = newId(), code, ...content }: InputOf<typeof resources.enterOrderTitle>, call: Call): Promise<OrderTitle> {
    return this.store.commit(call, async (work) => {
      const { organisation, subject: writtenBy } = call.caller;
      const published = { scheme: code.scheme, code: bare(code) };
      const title = Object.assign(new OrderTitle(), { id, organisation, writtenBy, ...published, ...content });
      return work
        .insert(title, orderTitleFacts.entered, (existing) => isDeepStrictEqual(existing.fact(), title.fact()))
        .catch((error: unknown) => {
          throw violates(error, 'order_title_code') ? refuse(OrderTitleTaken) : error;
        });
    });
  }

  edit({ titleId, ...change }: InputOf<typeof resources.editOrderTitle>, call: Call): Promise<OrderTitle> {
    return this.store.commit(call, async (work) => {
      const title = await work.target(OrderTitle, titleId, OrderTitleNotFound);
      title.make('edit');
      Object.assign(title, change, { writtenBy: call.caller.subject });
      return work.update(title, orderTitleFacts.edited);
    });
  }

  vet({ titleId, decision, note }: InputOf<typeof resources.vetOrderTitle>, call: Call): Promise<OrderTitle> {
    return this.store.commit(call, async (work) => {
      const title = await work.target(OrderTitle, titleId, OrderTitleNotFound);
      if (title.writtenBy === call.caller.subject) throw refuse(OrderTitleOwn);
      title.make(decision);
      title.note = note ?? null;
      return work.update(title, decision === 'vet' ? orderTitleFacts.vetted : orderTitleFacts.returned);
    });
  }

  strike({ titleId, reason }: InputOf<typeof resources.strikeOrderTitle>, call: Call): Promise<OrderTitle> {
    return this.store.commit(call, async (work) => {
      const title = await work.target(OrderTitle, titleId, OrderTitleNotFound);
      title.make('strike');
      title.note = reason;
      return work.update(title, orderTitleFacts.struck);
    });
  }
}

/** Hyphens of an ISBN are for the eye; the same book is not entered twice with and without them. */
export const bare = ({ scheme, value }: { readonly scheme: string; readonly value: string }): string =>
  scheme === 'isbn' ? value.replaceAll('-', '') : value;
