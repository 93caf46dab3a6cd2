/** Who the app is. */
export interface Credentials {
  /** Where the platform is, e.g. `https://api.example.edu.cn`. */
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Scopes to ask for; all the app was granted unless said. */
  readonly scopes?: readonly string[] | undefined;
}

interface Token {
  readonly value: string;
  readonly until: number;
}

/** Asked for anew this long before the end, so that no token ends on its way. */
const marginMs = 60_000;

/** Access tokens by client credentials: one is kept until shortly before its end, however many ask. */
export class Tokens {
  private held: Promise<Token> | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly ask: typeof fetch,
  ) {}

  async token(): Promise<string> {
    const held = await (this.held ??= this.fresh());
    if (held.until - Date.now() > marginMs) return held.value;
    this.held = undefined;
    return (await (this.held = this.fresh())).value;
  }

  /** The platform no longer takes it: the next call asks for another. */
  drop(): void {
    this.held = undefined;
  }

  private async fresh(): Promise<Token> {
    try {
      return await this.request();
    } catch (error) {
      this.held = undefined;
      throw error;
    }
  }

  private async request(): Promise<Token> {
    const { origin, clientId, clientSecret, scopes } = this.credentials;
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const answer = await this.ask(`${origin}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scopes && { scope: scopes.join(' ') }) }).toString(),
    });
    if (!answer.ok) throw new Error(`The token was refused with ${answer.status}: ${await answer.text()}`);
    const { access_token: value, expires_in: seconds } = (await answer.json()) as { access_token: string; expires_in: number };
    return { value, until: Date.now() + seconds * 1000 };
  }
}
