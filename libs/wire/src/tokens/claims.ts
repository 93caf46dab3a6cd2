import { z } from 'zod';
import { postRoles, type Anyone, type App, type Caller, type Person, type Service } from '@lianxue/contracts';

/** Audience of every access token of the platform. */
export const audience = 'urn:lianxue:api';

/** Longest life of a token of a person or app, and of a service, in seconds. */
export const longestLife = { gateway: 600, service: 60 } as const;

const Seconds = z.int().min(1).max(99_999_999_999);
const Text = z.string().min(1).max(500);

const common = {
  iss: Text,
  aud: z.literal(audience),
  sub: Text,
  client_id: Text,
  iat: Seconds,
  exp: Seconds,
  nbf: Seconds.optional(),
  jti: Text,
  /** When it was issued, in milliseconds: a revocation in the same second must tell before from after. */
  issued_ms: z.int().min(1).max(99_999_999_999_999),
  scope: z.string().max(2_000).default(''),
  /** The app in whose sandbox this token is good. */
  sandbox: z.uuid().optional(),
  /** What its app may do: calls a minute, items per page. Absent where it is the usual. */
  quota: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  /** A token bound to a key is no bearer token. */
  cnf: z.undefined().optional(),
};

const PersonClaims = z.object({
  ...common,
  sub: z.uuid(),
  role: z.enum(postRoles),
  org: z.uuid(),
  post: Text,
  about: z.array(z.uuid()).max(50).default([]),
  sid: Text.optional(),
});
const AppClaims = z.object({ ...common, role: z.undefined().optional(), org: z.undefined().optional(), post: z.undefined().optional() });
const ServiceClaims = z.object({ ...common, role: z.undefined().optional(), org: z.undefined().optional() });

export type Claims = z.output<typeof PersonClaims> | z.output<typeof AppClaims>;

/** The claims of a gateway's token held to their types; a token of a client for itself has no role. */
export function gatewayClaims(payload: Record<string, unknown>): Claims | undefined {
  if ('role' in payload) return PersonClaims.safeParse(payload).data;
  const app = AppClaims.safeParse(payload).data;
  return app && app.sub === app.client_id ? app : undefined;
}

/** The claims of a service's token: it speaks for itself alone. */
export function serviceClaims(payload: Record<string, unknown>, service: string): Claims | undefined {
  const claims = ServiceClaims.safeParse(payload).data;
  const subject = `service:${service}`;
  return claims && claims.sub === subject && claims.client_id === subject ? claims : undefined;
}

const nothing: ReadonlySet<string> = new Set();

export const anyone: Anyone = {
  kind: 'anyone',
  subject: 'anyone',
  client: 'anyone',
  role: 'anyone',
  organisation: undefined,
  scopes: nothing,
  about: [],
};

export function callerOf(claims: Claims, service: string | undefined): Caller {
  const { sub: subject, client_id: client, sandbox, quota } = claims;
  if (service)
    return { kind: 'service', subject, client, role: 'service', organisation: undefined, scopes: nothing, about: [] } satisfies Service;
  const scopes = new Set(claims.scope.split(' ').filter(Boolean));
  if (!claims.role)
    return { kind: 'app', subject, client, role: 'app', organisation: undefined, scopes, about: [], sandbox, quota } satisfies App;
  const { role, org: organisation, about, sid: signIn } = claims;
  return { kind: 'person', subject, client, role, organisation, scopes, about, signIn, sandbox } satisfies Person;
}
