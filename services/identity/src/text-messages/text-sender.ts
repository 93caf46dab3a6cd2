import { appendFile } from 'node:fs/promises';

/** One text message for a sender. */
export interface TextToSend {
  /** With country code: `+8613800000000`. */
  readonly phone: string;
  readonly text: string;
  /** Ours; the same when a message is tried again, so that a sender may leave out what it has sent already. */
  readonly id: string;
}

/** A plug-in that sends text messages 短信通道. It throws when it could not; its own number for the message, if it gives one, is kept. */
export interface TextSender {
  readonly name: string;
  send(message: TextToSend): Promise<{ readonly reference?: string }>;
}

export const TEXT_SENDER = Symbol('lianxue.identity.textSender');

/** Writes each message to a file instead of sending it: for tests and for trying the platform on one machine. */
class RecordingSender implements TextSender {
  readonly name = 'recording';

  constructor(private readonly file: string) {}

  async send({ phone, text, id }: TextToSend): Promise<{ reference: string }> {
    await appendFile(this.file, `${JSON.stringify({ phone, text, id })}\n`, { mode: 0o600 });
    return { reference: `recorded:${id}` };
  }
}

const patienceMs = 10_000;

/** Posts `{phone, text, id}` as JSON to a message gateway of the region (云MAS, a provider's proxy), which answers 2xx and may name a `reference`. */
class HttpSender implements TextSender {
  readonly name: string;

  constructor(
    private readonly url: URL,
    private readonly token: string | undefined,
  ) {
    this.name = url.hostname;
  }

  async send(message: TextToSend): Promise<{ reference?: string }> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const { reference } = (await response.json().catch(() => ({}))) as { reference?: unknown };
    return typeof reference === 'string' ? { reference: reference.slice(0, 200) } : {};
  }
}

/**
 * The sender the environment names: `file:<path>` records, `http(s)://…` posts. Undefined: no text messages, and nobody is
 * offered to sign in by one.
 */
export function senderFrom(env: Readonly<Record<string, string | undefined>>): TextSender | undefined {
  const address = env['LIANXUE_TEXT_SENDER'];
  if (!address) return undefined;
  if (address.startsWith('file:')) return new RecordingSender(address.slice('file:'.length));
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new Error('LIANXUE_TEXT_SENDER must be file:<path> or the http(s) address of a message gateway');
  return new HttpSender(url, env['LIANXUE_TEXT_SENDER_TOKEN']);
}
