import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One delivery as it came in. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: { readonly id: string; readonly subject: string; readonly type: string; readonly data: unknown };
  readonly answered: number;
}

/** How a receiver answers: a status, or by itself. */
export type Behaviour = number | ((response: ServerResponse) => void);

/** A vendor's receiver: keeps what it got and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  behaviour: Behaviour = 204;

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => receiver.hear(request.headers, body, response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return receiver;
  }

  /** What it took, as the ids of the entities. */
  get taken(): string[] {
    return this.received.filter(({ answered }) => answered < 300).map(({ event }) => event.subject.split('/')[1]!);
  }

  private hear(headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    const { behaviour } = this;
    const answered = typeof behaviour === 'number' ? behaviour : 0;
    this.received.push({ headers, body, event: JSON.parse(body), answered: answered || 599 });
    if (typeof behaviour === 'number') response.writeHead(behaviour).end();
    else behaviour(response);
  }
}

/** Verified as its receiver would at the moment it was sent, by Standard Webhooks' own library, which asks the machine's clock. */
export function verify(secret: string, { headers, body }: Received): unknown {
  const present = Date.now;
  Date.now = () => Number(headers['webhook-timestamp']) * 1000;
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    Date.now = present;
  }
}
