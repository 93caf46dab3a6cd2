/** What an independent OneRoster client is given, and nothing else. */
export interface Access {
  /** The address of the discovery document. */
  readonly discovery: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

const scopeBase = 'https://purl.imsglobal.org/spec/or/v1p2/scope';

/** A OneRoster 1.2 client that knows the standard and not our code. */
export class OneRosterClient {
  private readonly tokens = new Map<string, string>();
  private base: string | undefined;

  constructor(
    private readonly access: Access,
    private readonly scopes: readonly string[],
  ) {}

  /** Where it all is: the services of OneRoster lie at the issuer’s origin. */
  async places(): Promise<{ base: string; tokenUrl: string; scopes: readonly string[] }> {
    const { issuer, token_endpoint, scopes_supported } = (await (await fetch(this.access.discovery)).json()) as Record<string, any>;
    return { base: new URL('/ims/oneroster', issuer as string).href, tokenUrl: token_endpoint as string, scopes: scopes_supported };
  }

  with(...scopes: string[]): OneRosterClient {
    return new OneRosterClient(this.access, scopes);
  }

  async token(): Promise<string> {
    const scope = this.scopes.map((name) => `${scopeBase}/${name}`).join(' ');
    const held = this.tokens.get(scope);
    if (held) return held;
    const { clientId, clientSecret } = this.access;
    const { tokenUrl } = await this.places();
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    });
    const body = (await answer.json()) as { access_token?: string; scope?: string };
    if (!body.access_token) throw new Error(`no token: ${answer.status} ${JSON.stringify(body)}`);
    if (body.scope !== scope) throw new Error(`the token holds ${body.scope}, not ${scope}`);
    this.tokens.set(scope, body.access_token);
    return body.access_token;
  }

  async ask(
    method: string,
    path: string,
    query: Record<string, string> = {},
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    this.base ??= (await this.places()).base;
    const url = new URL(path.startsWith('http') ? path : `${this.base}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${await this.token()}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
  }

  get(path: string, query?: Record<string, string>): Promise<Answer> {
    return this.ask('GET', path, query);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.ask('PUT', path, {}, body);
  }

  /** Every row of a collection, by the links alone. */
  async walk(path: string, key: string, query: Record<string, string> = {}): Promise<{ rows: any[]; pages: number }> {
    const rows: any[] = [];
    let pages = 0;
    for (let next: string | undefined = path; next !== undefined; pages++) {
      const answer: Answer = await this.get(next, pages === 0 ? query : {});
      if (answer.status !== 200) throw new Error(`${next} answers ${answer.status} ${JSON.stringify(answer.body)}`);
      rows.push(...answer.body[key]);
      next = links(answer)['next'];
    }
    return { rows, pages };
  }
}

/** RFC 8288, as far as OneRoster uses it. */
export function links({ headers }: Answer): Record<string, string> {
  const found = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>;\s*rel="(\w+)"/g)];
  return Object.fromEntries(found.map(([, target, rel]) => [rel!, target!]));
}
