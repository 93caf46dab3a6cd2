import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  CurriculumCodeTaken,
  curriculumFacts,
  CurriculumNotFound,
  CurriculumUnlike,
  refuse,
  type Call,
  type Clock,
  type CurriculumInput,
  type CurriculumRevision,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { CurriculumTree } from './curriculum.entity.js';
import { grown, type Grown } from './growing.js';
import { planted } from './planting.js';
import { nodesOfCsv } from './sheet.js';

/** Authorities import curricula, revise them, and put new ones in the place of old. */
@Injectable()
export class ImportingCurricula {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async import(input: CurriculumInput & { id?: string | undefined }, call: Call): Promise<CurriculumTree> {
    const nodes = await nodesOf(input);
    const organisation = actingOrganisation(call.caller);
    return this.store.commit(call, async (work) => {
      const tree = Object.assign(new CurriculumTree(), { ...describedBy(input), id: input.id ?? newId(), organisation });
      Object.assign(tree, { code: input.code, kind: input.kind, nodes: nodes.length });
      const [taken] = await work.query<{ id: string }>('select id from curriculum where organisation = $1 and code = $2', [
        organisation,
        input.code,
      ]);
      if (taken && taken.id !== tree.id) throw refuse(CurriculumCodeTaken, { taken: input.code, curriculum: taken.id });
      const kept = await work.insert(tree, curriculumFacts.imported, (existing) => isDeepStrictEqual(existing.fact(), tree.fact()));
      if (kept !== tree) return kept;
      await planted(tree, nodes, work, this.clock.now());
      if (input.replaces !== undefined) await supersede(input.replaces, tree, work);
      return tree;
    });
  }

  async revise({ curriculumId, ...input }: CurriculumRevision & { curriculumId: string }, call: Call): Promise<CurriculumTree> {
    const nodes = await nodesOf(input);
    return this.store.commit(call, async (work) => {
      const tree = await work.target(CurriculumTree, curriculumId, CurriculumNotFound);
      const { retired } = await planted(tree, nodes, work, this.clock.now());
      Object.assign(tree, describedBy(input), { nodes: nodes.length, retired });
      return work.update(tree, curriculumFacts.revised);
    });
  }
}

async function nodesOf({ nodes, csv }: Pick<CurriculumInput, 'nodes' | 'csv'>): Promise<Grown[]> {
  return grown(csv === undefined ? nodes!.map((node, index) => ({ row: index + 1, node })) : await nodesOfCsv(csv));
}

const describedBy = ({ name, stage, subject, grades, edition, volume, source }: CurriculumRevision) => ({
  ...{ name, stage, subject, grades },
  ...{ edition: edition ?? null, volume: volume ?? null, source: source ?? null },
});

async function supersede(id: string, tree: CurriculumTree, work: Work): Promise<void> {
  const old = await work.one(CurriculumTree, id, CurriculumNotFound);
  const isAlike = old.organisation === tree.organisation && old.kind === tree.kind && old.subject === tree.subject;
  if (!isAlike || old.state !== 'current' || old.id === tree.id) throw refuse(CurriculumUnlike);
  Object.assign(old, { state: 'superseded', successor: tree.id });
  await work.update(old, curriculumFacts.superseded);
}
