import type { Answer, Api, Asking } from './world.js';

/** Who an {@link Api} asks as. */
export interface Identity {
  readonly person?: string | undefined;
  readonly organisation?: string | undefined;
  /** Sent with every call. */
  readonly headers?: Record<string, string>;
  /** Gets a fresh access token with the second it ends; absent for a reader without one. */
  readonly sign?: () => Promise<{ token: string; expiresAt: number }>;
}

/** A token is renewed this long before it ends, so that none ends on its way. */
const marginMs = 60_000;

/** The REST API by plain `fetch`, as any app would use it. */
export function apiOf(origin: string, { person, organisation, headers: always = {}, sign }: Identity): Api {
  let held: Promise<{ token: string; expiresAt: number }> | undefined;

  const token = async (): Promise<string> => {
    if (!sign) return '';
    const { token, expiresAt } = await (held ??= sign());
    if (expiresAt - Date.now() > marginMs) return token;
    held = undefined;
    return (await (held = sign())).token;
  };

  const ask = async (method: string, path: string, body: unknown, { query = {}, headers = {} }: Asking = {}): Promise<Answer> => {
    const url = new URL(/^\/(api|federation|oidc|health)\//.test(path) ? path : `/api/v1${path}`, origin);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    const bearer = await token();
    const answer = await fetch(url, {
      method,
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...always,
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? readBody(text) : undefined };
  };

  return {
    person,
    organisation,
    token,
    get: (path, asking) => ask('GET', path, undefined, asking),
    post: (path, body, asking) => ask('POST', path, body, asking),
    put: (path, body, asking) => ask('PUT', path, body, asking),
    patch: (path, body, asking) => ask('PATCH', path, body, asking),
    delete: (path, asking) => ask('DELETE', path, undefined, asking),
  };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
