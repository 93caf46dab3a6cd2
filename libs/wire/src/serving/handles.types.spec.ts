/** Checked by tsc alone: what must not compile is marked, and the mark fails when it does compile. */
import type { Call, InputOf } from '@lianxue/contracts';
import type { Clients } from '../calls/clients.js';
import { shelf } from '../shelf.sample.js';
import { Handles } from './handling.js';

declare const book: { id: string; version: number; title: string };

export class Right {
  @Handles(shelf.book)
  async book({ bookId }: InputOf<typeof shelf.book>, call: Call) {
    return { ...book, id: bookId, title: call.language };
  }
  @Handles(shelf.slowWrite)
  async noAnswer({ ms }: InputOf<typeof shelf.slowWrite>) {
    void ms;
  }
  @Handles(shelf.add)
  async defaultsAreFilled({ tags }: InputOf<typeof shelf.add>) {
    return { ...book, title: tags.join() };
  }
}

export class Wrong {
  // @ts-expect-error the input has no such field
  @Handles(shelf.book)
  async otherInput({ shelfId }: { shelfId: string }) {
    return { ...book, title: shelfId };
  }
  // @ts-expect-error the parameter is text
  @Handles(shelf.book)
  async otherType({ bookId }: { bookId: number }) {
    return { ...book, version: bookId };
  }
  // @ts-expect-error a book has a title
  @Handles(shelf.book)
  async lessOutput() {
    return { id: 'x', version: 1 };
  }
  // @ts-expect-error a version is a number
  @Handles(shelf.book)
  async otherOutput() {
    return { ...book, version: '1' };
  }
  // @ts-expect-error a page, not an item
  @Handles(shelf.books)
  async itemForPage() {
    return book;
  }
  // @ts-expect-error handlers answer later
  @Handles(shelf.book)
  atOnce() {
    return book;
  }
  // @ts-expect-error the second argument is the call
  @Handles(shelf.book)
  async secondArgument(_: InputOf<typeof shelf.book>, caller: string) {
    return { ...book, title: caller };
  }
}

export async function clientsAreTyped(clients: Clients): Promise<void> {
  const client = clients.of(shelf);
  const { version } = await client.book({ bookId: 'x' });
  version.toFixed();
  await client.books();
  await client.books({ limit: 3 });
  await client.rename({ bookId: 'x', title: '圆' }, { ifMatch: 3 });
  // @ts-expect-error the path names a book
  await client.book();
  // @ts-expect-error no such parameter
  await client.book({ bookId: 'x', shelfId: 'y' });
  // @ts-expect-error a title is text
  await client.add({ title: 3 });
  // @ts-expect-error no such operation
  await client.burn({ bookId: 'x' });
  // @ts-expect-error nothing is answered
  void (await client.slowWrite({ ms: 1 })).done;
}
