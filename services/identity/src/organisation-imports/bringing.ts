import { CodeInvalid, Refusal, type OrganisationKind } from '@lianxue/contracts';
import { Counting, newId, sql, type Work } from '@lianxue/persistence';
import type { RowErrorCode } from '../importing/row-errors.js';
import { claimCodes } from '../organisations/claiming.js';
import { checkCodes } from '../organisations/codes.js';
import { liesBelow, oneMoveAtATime } from '../organisations/moving.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { mayStandBelow } from '../organisations/placing.js';
import { organisationOf } from '../organisations/registering.js';
import type { OwnCopies } from '../tree/own-copies.js';
import type { ListField } from './list-columns.js';
import type { Parents } from './parents.js';
import { governs, type ListedOrganisation } from './reading-list.js';

export const counted = ['organisations'] as const;
export type CountedHere = (typeof counted)[number];

/** What a row is found to be wrong in. */
class Wrong extends Error {
  constructor(
    readonly field: ListField,
    readonly code: RowErrorCode,
  ) {
    super(code);
  }
}

/** Where a list is brought in. */
export interface Into {
  /** The organisation at and below which everything stands. */
  readonly root: string;
  readonly today: string;
  readonly parents: Parents;
  readonly copies: OwnCopies;
  readonly work: Work;
}

/**
 * Brings rows of a list together with what is registered, in one transaction. Everything that can stand in the way is looked at before
 * anything is written, since what was written for half a row would stay.
 */
export class Bringing {
  readonly tally = new Counting<CountedHere, RowErrorCode>(counted);
  private readonly brought = new Map<ListedOrganisation, OrganisationRecord | undefined>();

  constructor(private readonly into: Into) {}

  /** The organisation of a row; nothing when the row has an error, which is noted unless the row is only looked at as a parent. */
  async bring(
    row: ListedOrganisation,
    tally: Counting<CountedHere, RowErrorCode> | null = this.tally,
  ): Promise<OrganisationRecord | undefined> {
    if (this.brought.has(row)) return this.brought.get(row);
    let found: OrganisationRecord | undefined;
    try {
      found = await this.bringOne(row, tally);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      tally?.wrong(row, row.headingOf(error.field), error.code);
    }
    this.brought.set(row, found);
    return found;
  }

  private async bringOne(row: ListedOrganisation, tally: Counting<CountedHere, RowErrorCode> | null): Promise<OrganisationRecord> {
    const parent = await this.parentOf(row);
    const there = await this.known(row, parent);
    if (there) return this.change(there, row, parent, tally);
    const above = parent ?? (await this.registered(this.into.root));
    const kind = row.kind ?? 'school';
    refuseMisplaced(row, kind, above);
    const { name, shortName = null, divisionCode = null, schoolCode = null, creditCode = null, schoolType = null } = row;
    const made = organisationOf(newId(), above.id, { kind, name, shortName, divisionCode, schoolCode, creditCode, schoolType });
    made.formerNames = [...row.formerNames];
    this.check(row, made);
    await claimCodes(made, this.into.work);
    await this.into.copies.register(made, this.into.work);
    tally?.count('organisations', 'added');
    return made;
  }

  private async change(
    there: OrganisationRecord,
    row: ListedOrganisation,
    parent: OrganisationRecord | undefined,
    tally: Counting<CountedHere, RowErrorCode> | null,
  ): Promise<OrganisationRecord> {
    const { work, copies, today } = this.into;
    if (there.state !== 'open') throw new Wrong('name', 'organisation.closed');
    if (!(await this.isHere(there.id)))
      throw new Wrong(there.schoolCode === row.schoolCode ? 'schoolCode' : 'name', 'organisation.elsewhere');
    if (row.kind && row.kind !== there.kind) throw new Wrong('kind', 'kind.differs');
    const moves = parent !== undefined && parent.id !== there.parent;
    const later = row.from !== undefined && row.from > today;
    // A list that says its short name does not rename it.
    const renames = ![there.name, there.shortName].includes(row.name);
    if (later && renames) throw new Wrong('from', 'rename.at_once');
    if (moves) await this.refuseImmovable(there, row, parent);
    const before = contentOf(there);
    if (renames) there.rename(row.name);
    there.formerNames = [...new Set([...there.formerNames, ...row.formerNames])].filter((former) => former !== there.name);
    for (const field of ['shortName', 'divisionCode', 'schoolCode', 'creditCode', 'schoolType'] as const)
      if (row[field] !== undefined) there[field] = row[field];
    if (moves && later) there.plan(parent.id, row.from);
    else if (moves) {
      there.forgetPlan();
      there.parent = parent.id;
    }
    if (contentOf(there) === before) {
      tally?.count('organisations', 'unchanged');
      return there;
    }
    this.check(row, there);
    await claimCodes(there, work);
    await copies.organisation(there, moves && !later ? 'moved' : 'changed', work);
    tally?.count('organisations', 'changed');
    return there;
  }

  private async refuseImmovable(there: OrganisationRecord, row: ListedOrganisation, parent: OrganisationRecord): Promise<void> {
    const { work, today, root } = this.into;
    if (row.from !== undefined && row.from < today) throw new Wrong('from', 'move.past');
    if (there.id === root) throw new Wrong('parent', 'parent.misplaced');
    refuseMisplaced(row, there.kind, parent);
    await oneMoveAtATime(work);
    if (await liesBelow(parent.id, there.id, work)) throw new Wrong('parent', 'parent.circle');
  }

  private async parentOf(row: ListedOrganisation): Promise<OrganisationRecord | undefined> {
    const above = this.into.parents.of(row);
    const field = row.parent.code ? 'parentCode' : 'parent';
    if (!above) return undefined;
    if ('wrong' in above) throw new Wrong(field, above.wrong);
    // One of an earlier step is there already, except in a dry run: then it is brought once more, and not counted.
    const parent = 'row' in above ? await this.bring(above.row, null) : await this.registered(above.id);
    if (!parent) throw new Wrong(field, 'parent.wrong');
    return parent;
  }

  /** The organisation the row means: by its codes, which never pass to another, or else by its name below its parent. */
  private async known(row: ListedOrganisation, parent: OrganisationRecord | undefined): Promise<OrganisationRecord | undefined> {
    const { work, root } = this.into;
    const coded = await work.query<{ id: string; field: ListField }>(
      `select entity as id, kind as field from external_id where (kind, source, value) in (('schoolCode', 'moe', $1), ('creditCode', 'gb32100', $2))
       union all select id, 'divisionCode' from organisation_record where $4::boolean and division_code = $3 and kind = $5 and state = 'open'`,
      [row.schoolCode, row.creditCode, row.divisionCode, row.kind !== undefined && governs(row.kind), row.kind ?? null],
    );
    if (new Set(coded.map(({ id }) => id)).size > 1) throw new Wrong('creditCode', 'code.of_another');
    if (coded[0]) return this.registered(coded[0].id);
    const named = await work.query<{ id: string }>(
      `select r.id from organisation_record r where r.name = $1 and r.state = 'open' and ($2::uuid is null or r.parent = $2)
         and exists (select 1 from organisation o where o.id = r.id and o.path <@ (select path from organisation where id = $3)) limit 2`,
      [row.name, parent?.id ?? null, root],
    );
    if (named.length > 1) throw new Wrong('name', 'name.ambiguous');
    if (!named[0]) return undefined;
    const there = await this.registered(named[0].id);
    for (const field of ['schoolCode', 'creditCode'] as const)
      if (there[field] && row[field] && there[field] !== row[field]) throw new Wrong(field, 'code.differs');
    return there;
  }

  private async registered(id: string): Promise<OrganisationRecord> {
    for (const row of this.brought.values()) if (row?.id === id) return row;
    const [row] = await this.into.work.all(OrganisationRecord, sql`t.id = ${id}`, 1);
    return row!;
  }

  private async isHere(id: string): Promise<boolean> {
    const found = await this.into.work.query(
      `select 1 from organisation o where o.id = $1 and o.path <@ (select path from organisation where id = $2)`,
      [id, this.into.root],
    );
    return found.length > 0;
  }

  /** What a register can have given; what is wrong with a code is said of its cell. */
  private check(row: ListedOrganisation, wanted: OrganisationRecord): void {
    try {
      checkCodes(wanted.kind, wanted, this.into.today);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== CodeInvalid) throw error;
      const { field, reason } = error.facts as { field: keyof typeof snake; reason: string };
      // A code the organisation had before was right when it was given, and is not what this row is about.
      throw new Wrong(row[field] === undefined ? 'kind' : field, `${snake[field]}.${reason}` as RowErrorCode);
    }
  }
}

const snake = { divisionCode: 'division_code', schoolCode: 'school_code', creditCode: 'credit_code', schoolType: 'school_type' } as const;

function refuseMisplaced(row: ListedOrganisation, kind: OrganisationKind, parent: OrganisationRecord): void {
  const field = row.parent.code ? 'parentCode' : row.parent.name ? 'parent' : 'kind';
  if (parent.state !== 'open' || !mayStandBelow(kind, parent.kind)) throw new Wrong(field, 'parent.misplaced');
}

const contentOf = (row: OrganisationRecord): string =>
  JSON.stringify([
    row.name,
    row.shortName,
    row.formerNames,
    row.divisionCode,
    row.schoolCode,
    row.creditCode,
    row.schoolType,
    row.parent,
    row.plannedParent,
    row.plannedFrom,
  ]);
