import type { z } from 'zod';
import type { Scope } from '../scopes.js';
import type { Role } from '../roles.js';
import type { RefusalKind } from './refusal.js';

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Which rows a caller may meet; see DESIGN §3 and docs/architecture.md. */
export type Reach = 'subtree' | 'handedDown' | 'assigned' | 'public';

/**
 * What an operation answers: one item (with `id` and `version`, hence an ETag), a page of a list, a paper, or a plain value.
 * Only the shape differs; the machinery reads `kind` for ETag, Location and Link.
 */
export interface Returns<S extends z.ZodType = z.ZodType> {
  readonly kind: 'item' | 'page' | 'paper' | 'value';
  readonly schema: S;
  /** The element shape of a page. */
  readonly element?: z.ZodType;
}

/** An operation as its author writes it: data, no functions. */
export interface Definition {
  /** 中文在前, then English: `发布资源 Publish a resource`. */
  readonly summary: string;
  readonly description?: string;
  /** What the app must have been granted; absent only for `permits: 'anyone'` and internal operations. */
  readonly scope?: Scope;
  /** Roles that may try, or `'anyone'`. Internal operations permit `['service']`. */
  readonly permits: readonly Role[] | 'anyone';
  /** Default `'subtree'`. */
  readonly reach?: Reach;
  /** No REST route, no place in OpenAPI: asked by services, or with an app’s own token by the façade of a standard. */
  readonly internal?: true;
  /** Default: 201 for a post that returns an item with `creates`, 200 with an answer, 204 without. */
  readonly creates?: true;
  /** The caller must say which version they saw (If-Match): 428 without it. */
  readonly guarded?: true;
  /** Calls without a token from one address in so many seconds, where the edge's usual allowance would be far too wide. */
  readonly allowance?: { readonly calls: number; readonly seconds: number };
  /** Seconds for which anybody may keep the answer, where it is the same for everybody. */
  readonly keptSeconds?: number;
  /** Owed by law or to an authority above: it goes on where the service is switched off. */
  readonly statutory?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly returns?: Returns;
  readonly fails?: readonly RefusalKind[];
}

/** An operation within its contract. */
export type Operation<D extends Definition = Definition> = D & {
  readonly verb: Verb;
  readonly path: string;
  /** `resources.publish`: operationId, name in logs and metrics, and the address on the wire. */
  readonly name: string;
  /** The service that serves it. */
  readonly service: string;
  /** Where its routes begin, e.g. `/api/v1`. */
  readonly base: string;
};

export type AnyOperation = Operation;

export type Contract = Readonly<Record<string, AnyOperation>>;

type Received<O, K extends string> = O extends { readonly [_ in K]: infer S extends z.ZodType } ? z.output<S> : unknown;
type Sent<O, K extends string> = O extends { readonly [_ in K]: infer S extends z.ZodType } ? z.input<S> : unknown;

/** What a handler receives: params, query and body in one object, parsed, with defaults filled in. */
export type InputOf<O> = Received<O, 'params'> & Received<O, 'query'> & Received<O, 'body'>;

/** What a caller sends. */
export type RequestOf<O> = Sent<O, 'params'> & Sent<O, 'query'> & Sent<O, 'body'>;

/** What a handler answers. */
export type OutputOf<O> = O extends { readonly returns: Returns<infer S> } ? z.output<S> : void;

type PathKeys<P extends string> = P extends `${string}:${infer K}/${infer Rest}`
  ? K | PathKeys<`/${Rest}`>
  : P extends `${string}:${infer K}`
    ? K
    : never;
type ParamsOf<D> = D extends { readonly params: z.ZodObject<infer Shape> } ? keyof Shape & string : never;
/** The path names exactly the keys of `params`. */
type PathMatches<P extends string, D> = [PathKeys<P>] extends [ParamsOf<D>]
  ? [ParamsOf<D>] extends [PathKeys<P>]
    ? unknown
    : PathMismatch
  : PathMismatch;
type PathMismatch = { readonly params: 'path and params name different keys' };

/** Declares one operation: verb, path below the contract's base, and the rest. */
export function operation<const P extends string, const D extends Definition>(
  verb: Verb,
  path: P,
  definition: D & PathMatches<P, D>,
): Operation<D> {
  return { ...(definition as D), verb, path, name: '', service: '', base: '' };
}

/** Names the operations of one service. `base` defaults to `/api/v1`. */
export function contract<const C extends Contract>(service: string, operations: C, base = '/api/v1'): C {
  const named = Object.entries(operations).map(([key, op]) => [key, { ...op, name: `${service}.${key}`, service, base }]);
  return Object.fromEntries(named) as C;
}

/** The success status of an operation. */
export function statusOf(op: AnyOperation): 200 | 201 | 204 {
  if (op.creates) return 201;
  return op.returns ? 200 : 204;
}
