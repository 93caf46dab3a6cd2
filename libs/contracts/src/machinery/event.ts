import { z } from 'zod';

/** Who caused a fact; never the person's name or id. */
export const ActorKind = z.enum(['person', 'app', 'service', 'system']).describe('行为者种类 kind of actor');

/** A fact on its way: CloudEvents 1.0 attributes that the platform fills, and the entity's view after the change. */
export interface Fact<T = unknown> {
  /** UUIDv7; the CloudEvents id, the `Nats-Msg-Id`, the key of every inbox. */
  readonly id: string;
  /** `cn.lianxue.<service>.<thing>.<past participle>`. */
  readonly type: string;
  readonly service: string;
  /** `resource`, `submission`: with `entity` the subject of the fact. */
  readonly thing: string;
  readonly entity: string;
  readonly version: number;
  /** The organisation the row belongs to; null for what belongs to none. */
  readonly organisation: string | null;
  readonly actor: z.output<typeof ActorKind>;
  /** ISO 8601 UTC. */
  readonly time: string;
  /** The relay's dense number within the service; 0 until numbered. */
  readonly feedSeq: number;
  readonly traceparent?: string | undefined;
  /** The entity's view without classified fields, ≤ 64 KB; null after a deletion. */
  readonly data: T | null;
}

/** A declared kind of fact. */
export interface FactKind<S extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly service: string;
  readonly thing: string;
  /** The past participle: `published`. */
  readonly happened: string;
  readonly summary: string;
  readonly data: S;
}

/** Declares the facts of one thing; each participle with its bilingual summary. They share one data shape. */
export function facts<const H extends Record<string, string>, S extends z.ZodType>(service: string, thing: string, data: S, happened: H) {
  const entries = Object.entries(happened).map(([participle, summary]) => [
    participle,
    { type: `cn.lianxue.${service}.${thing}.${participle}`, service, thing, happened: participle, summary, data },
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof H]: FactKind<S> };
}
