import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated.js';
import { retrying } from './retrying.js';
import { Tokens, type Credentials } from './tokens.js';

/** How to connect. */
export interface Connecting extends Credentials {
  /** The organisation to act for, where an operation wants one: `Acting-Organisation`. */
  readonly actingFor?: string | undefined;
  /** Language of refusals: `zh-CN` unless said. */
  readonly language?: 'zh-CN' | 'en' | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** The platform as an app calls it. */
export interface Lianxue {
  /** Every operation by its path, typed: `api.GET('/api/v1/organisations')`. */
  readonly api: Client<paths, 'application/json'>;
  /** A valid access token, for what is not an operation. */
  token(): Promise<string>;
}

/** Connects an app by client credentials: tokens are renewed, and what may be repeated is repeated, without further ado. */
export function connect({ actingFor, language, fetch: given = fetch, ...credentials }: Connecting): Lianxue {
  const tokens = new Tokens(credentials, given);
  const signed = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${await tokens.token()}`);
    if (actingFor !== undefined) headers.set('acting-organisation', actingFor);
    if (language !== undefined) headers.set('accept-language', language);
    return given(new Request(request, { headers }));
  };
  /** A token may end before its time: its secret was renewed, the platform restored. */
  const renewing = async (request: Request): Promise<Response> => {
    const answer = await signed(request.clone());
    if (answer.status !== 401) return answer;
    tokens.drop();
    return signed(request);
  };
  return {
    api: createClient<paths, 'application/json'>({ baseUrl: credentials.origin, fetch: retrying(renewing) }),
    token: () => tokens.token(),
  };
}
