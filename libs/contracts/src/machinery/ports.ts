import type { z } from 'zod';
import type { AuditChain, AuditEntry, auditOf } from './audit-trail.js';
import type { Call } from './caller.js';
import type { Fact } from './event.js';
import type { InputOf } from './operation.js';
import type { Page } from '../shapes/shapes.js';
import type { PostHolder, WorkItem } from './post-work.js';

type AuditOperations = ReturnType<typeof auditOf>;

/** Wire implements it and gives it to persistence's relay: hands facts to JetStream in order; resolves when all are stored. */
export interface Publish {
  publish(facts: readonly Fact[]): Promise<void>;
  /** The `feedSeq` of the last fact that JetStream holds for this service; 0 when it is empty or gone. */
  lastPublished(): Promise<number>;
}

/** A statement runner inside a transaction, as an inbox hands it to a follower. */
export interface Statements {
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Persistence implements it and gives it to wire's delivery: applies a fact exactly once, in one transaction with the inbox row. */
export interface Once {
  once(consumer: string, fact: Fact, apply: (statements: Statements) => Promise<void>): Promise<void>;
  /** Keeps a fact that could not be applied after all tries, with the reason, for a person to look at. Without it, it is only logged. */
  bury?(consumer: string, fact: Fact, reason: string): Promise<void>;
}

/** What wants to hear of facts: a durable consumer of its own for each service named. */
export interface Follower {
  /** Durable and stable: part of the consumer's name. */
  readonly name: string;
  /** The types it hears, `cn.lianxue.identity.organisation.*` allowed. */
  readonly types: readonly string[];
  /** Which facts of these types it has any use for; the others cost no transaction. All, unless said. */
  concerns?(fact: Fact): boolean;
  apply(fact: Fact, statements: Statements): Promise<void>;
}

/** What a service may ask identity when its copy of the tree does not know an id (persistence asks, wire carries). */
export interface AskIdentity {
  /** The chain from the root to this organisation, root first; empty when there is none. */
  organisationChain(id: string): Promise<readonly OrganisationCopy[]>;
  /** The selections of an app; empty when there are none. */
  selectionsOf(client: string): Promise<readonly SelectionCopy[]>;
}

/** What each service keeps of an organisation. */
export interface OrganisationCopy {
  readonly id: string;
  readonly parent: string | null;
  readonly version: number;
  readonly kind: string;
  readonly name: string;
  readonly divisionCode: string | null;
  /** No longer open: closed, or merged into another. Nothing more is expected of it. */
  readonly closed: boolean;
}

/** What each service keeps of an app's selection: at which organisation, for which scopes, until when. */
export interface SelectionCopy {
  readonly id: string;
  readonly client: string;
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly version: number;
  readonly active: boolean;
  readonly until: string | null;
}

/** Small secrets a service keeps encrypted in its own schema, shared by its replicas (signing keys). */
export interface Vault {
  /** The kept value; makes and keeps one by `make` when there is none yet (the first of several replicas wins). */
  keep(name: string, make: () => Promise<string>): Promise<string>;
}

/** Persistence implements it; wire serves it as each contract's `changesAfter`. */
export interface ChangeSource {
  /** Facts behind a number, in order; fewer than `limit` when they are large. */
  changesAfter(feedSeq: number, limit: number): Promise<Fact[]>;
}

/** Persistence implements it; wire serves it as each contract's `auditTrail` and `auditChain`. */
export interface AuditSource {
  entries(input: InputOf<AuditOperations['auditTrail']>, call: Call): Promise<Page<z.output<typeof AuditEntry>>>;
  /** Goes over the chain behind a link, as far as one call should. */
  chain(after: number): Promise<z.output<typeof AuditChain>>;
}

/** A service that names persons for work provides it; wire serves it as the contract's `postWork` and hears of hand-overs for it. */
export interface PostWork {
  /** What waits for this holder, the oldest first. */
  of(holder: z.output<typeof PostHolder>): Promise<z.output<typeof WorkItem>[]>;
  /** Gives what waits for this holder to another person, as far as the rules of the work allow; done again, it does nothing more. */
  passOver(holder: z.output<typeof PostHolder>, to: string): Promise<void>;
}

/** Nest injection tokens by which a service's module joins wire and persistence. */
export const PUBLISH = Symbol('lianxue.publish');
export const ONCE = Symbol('lianxue.once');
export const ASK_IDENTITY = Symbol('lianxue.askIdentity');
export const CHANGES = Symbol('lianxue.changes');
export const AUDIT = Symbol('lianxue.audit');
export const POST_WORK = Symbol('lianxue.postWork');
export const VAULT = Symbol('lianxue.vault');
export const CLOCK = Symbol('lianxue.clock');
export const READINESS = Symbol('lianxue.readiness');

/** The present moment, injected into rules so that tests may choose it. */
export interface Clock {
  now(): Date;
}

/** What must hold before a process is ready (wire implements it; whoever waits for something names it here). Live needs none of it. */
export interface Readiness {
  /** @example readiness.require('migrations', () => this.migrated) */
  require(name: string, met: () => boolean): void;
}
