import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  scopeFacts,
  type Clock,
  type ConsentFact,
  type Fact,
  type FactKind,
  type Follower,
  type OrganisationCopy,
  type ScopeChange,
  type SelectionCopy,
  type Statements,
} from '@lianxue/contracts';
import { TreeCopy } from '@lianxue/persistence';
import type { z } from 'zod';

/** A client that synchronises or hears of events, at one of the organisations it is selected for. */
interface Reader {
  readonly client: string;
  readonly organisation: string;
}

/** Who gains or loses what. */
interface ScopeChanged {
  readonly kind: FactKind;
  readonly organisation: string;
  readonly why: z.output<typeof ScopeChange>['why'];
  /** Only this person of it. */
  readonly person?: string;
  readonly reader: Reader;
}

/**
 * Writes the federation feed: takes every service's facts in their `feedSeq` order and gives them one dense position.
 * The row of `feed_state` is locked until the commit, so positions become visible in their own order and no reader misses one.
 */
@Injectable()
export class Feed implements Follower {
  readonly name = 'federation';
  readonly types = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'].map(
    (service) => `cn.lianxue.${service}.>`,
  );

  /** Told when a fact arrived before one that must come first; {@link CatchUp} then brings both from the service itself. */
  missing: (service: string) => void = () => undefined;

  constructor(
    @Inject(TreeCopy) private readonly tree: TreeCopy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async apply(fact: Fact, statements: Statements): Promise<void> {
    const [appended] = await statements.query<{ outcome: 'written' | 'seen' | 'missing' }>(
      'select append_to_feed($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
      [fact.service, fact.feedSeq, fact.thing, fact.entity, fact.version, fact.organisation, fact.type, JSON.stringify(fact)],
    );
    if (appended!.outcome === 'missing') this.missing(fact.service);
    if (appended!.outcome !== 'written') return;
    for (const { reader, ...change } of await this.changeScope(fact, statements)) {
      const told = this.scopeFact(change, fact);
      await statements.query('select put_into_feed($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        told.service,
        told.thing,
        told.entity,
        told.version,
        told.organisation,
        reader.client,
        reader.organisation,
        told.type,
        JSON.stringify(told),
      ]);
    }
  }

  /** Applies tree and selection facts to the copy, and tells which readers gained or lost an organisation by it. */
  private async changeScope(fact: Fact, statements: Statements): Promise<ScopeChanged[]> {
    if (fact.service === 'identity' && fact.thing === 'consent') return consentChanged(fact, statements);
    if (fact.service === 'identity' && fact.thing === 'person') return personPassed(fact, statements);
    if (fact.service !== 'identity' || (fact.thing !== 'organisation' && fact.thing !== 'selection')) return [];
    const concerned =
      fact.thing === 'organisation' ? (fact.data as OrganisationCopy | null)?.id : (fact.data as SelectionCopy | null)?.organisation;
    const before = concerned ? await readersOf(concerned, statements) : [];
    await this.tree.apply(fact, statements);
    const after = concerned ? await readersOf(concerned, statements) : [];
    if (!concerned || (fact.thing === 'organisation' && fact.version === 1)) return [];
    return passed(before, after, { organisation: concerned, lost: 'reach', gained: 'reach' });
  }

  private scopeFact({ kind, organisation, why, person }: Omit<ScopeChanged, 'reader'>, cause: Fact): Fact {
    const snapshot = kind === scopeFacts.joined && !person ? `/federation/v1/snapshot?below=${organisation}` : null;
    return {
      id: randomUUID(),
      type: kind.type,
      service: kind.service,
      thing: kind.thing,
      entity: person ?? organisation,
      version: cause.version,
      organisation,
      actor: 'system',
      time: this.clock.now().toISOString(),
      feedSeq: 0,
      data: { organisation, ...(person && { person }), why, snapshot },
    };
  }
}

/** Who no longer reads what they read before, and who does now. */
function passed(
  before: readonly Reader[],
  after: readonly Reader[],
  { lost, gained, ...about }: { organisation: string; person?: string; lost: ScopeChanged['why']; gained: ScopeChanged['why'] },
): ScopeChanged[] {
  const lose = before.filter((reader) => !has(after, reader)).map((reader) => ({ ...about, kind: scopeFacts.left, why: lost, reader }));
  const gain = after.filter((reader) => !has(before, reader)).map((reader) => ({ ...about, kind: scopeFacts.joined, why: gained, reader }));
  return [...lose, ...gain];
}

/** What a consent's state tells its app. */
const consentTold = {
  given: { kind: scopeFacts.joined, why: 'consentGiven' },
  withdrawn: { kind: scopeFacts.left, why: 'consentWithdrawn' },
  ended: { kind: scopeFacts.left, why: 'consentEnded' },
  refused: undefined,
  replaced: undefined,
} as const;

/** A consent is about one app and one person: that app is told, and nobody else. */
async function consentChanged(fact: Fact, statements: Statements): Promise<ScopeChanged[]> {
  const consent = fact.data as z.output<typeof ConsentFact> | null;
  const told = consent && consentTold[consent.state];
  if (!consent || !told) return [];
  const readers = await readersOf(consent.organisation, statements);
  const about = { ...told, organisation: consent.organisation, person: consent.child };
  return readers.filter(({ client }) => client === consent.client).map((reader) => ({ ...about, reader }));
}

/** A person whose record another organisation keeps from now on: whoever reads only where they were meets no further fact about them. */
async function personPassed({ entity: person, version, organisation }: Fact, statements: Statements): Promise<ScopeChanged[]> {
  if (version === 1 || organisation === null) return [];
  const [before] = await statements.query<{ organisation: string | null }>(
    'select organisation from feed where entity = $1 and version < $2 and reader_client is null order by position desc limit 1',
    [person, version],
  );
  if (!before?.organisation || before.organisation === organisation) return [];
  const [left, entered] = [await readersOf(before.organisation, statements), await readersOf(organisation, statements)];
  return passed(left, entered, { organisation: before.organisation, person, lost: 'left', gained: 'entered' }).map((change) =>
    change.kind === scopeFacts.joined ? { ...change, organisation } : change,
  );
}

/** The readers whose reach holds this organisation by the tree of now. */
function readersOf(organisation: string, statements: Statements): Promise<Reader[]> {
  return statements.query<Reader>(
    `select distinct a.client, a.organisation
       from organisation o
       join organisation r on o.path <@ r.path
       join app_reach a on a.organisation = r.id
      where o.id = $1 and a.active and a.scopes && array['federation.read', 'events.read']`,
    [organisation],
  );
}

const has = (readers: readonly Reader[], { client, organisation }: Reader) =>
  readers.some((reader) => reader.client === client && reader.organisation === organisation);
