import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** Tokens kept for harvesters that come with a password: few programs do. */
const mostKept = 1000;

/** How long before its end a token is no longer used. */
const marginMs = 30_000;

/**
 * Harvesters know HTTP Basic and no OAuth: what they give is taken to the token endpoint as the app’s client id and secret, under
 * the rules and limits of that place, and the token is kept while it holds.
 */
export class ClientCredentials {
  private readonly kept = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(
    private readonly server: FastifyInstance,
    private readonly scope: string,
  ) {}

  /** Puts a token in the place of a password; a password that opens nothing stays, and is refused as no token. */
  async exchange(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    if (authorization === undefined || !/^basic /i.test(authorization)) return;
    const key = createHash('sha256').update(authorization).digest('base64');
    const held = this.kept.get(key);
    const token = held && held.until > Date.now() ? held.token : await this.obtain(authorization, request.ip, key);
    if (token !== undefined) request.headers.authorization = `Bearer ${token}`;
  }

  private async obtain(authorization: string, remoteAddress: string, key: string): Promise<string | undefined> {
    this.kept.delete(key);
    const answer = await this.server.inject({
      ...{ method: 'POST', url: '/oidc/token', remoteAddress },
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ grant_type: 'client_credentials', scope: this.scope }).toString(),
    });
    if (answer.statusCode !== 200) return undefined;
    const { access_token: token, expires_in: seconds } = answer.json<{ access_token: string; expires_in: number }>();
    if (this.kept.size >= mostKept) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(key, { token, until: Date.now() + seconds * 1000 - marginMs });
    return token;
  }
}
