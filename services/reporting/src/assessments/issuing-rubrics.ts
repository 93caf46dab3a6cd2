import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  refuse,
  RubricCodeTaken,
  rubricFacts,
  RubricNotFound,
  RubricSuperseded,
  type Call,
  type InputOf,
  type reporting,
  type RubricContent,
} from '@lianxue/contracts';
import { newId, Store, violates, type Work } from '@lianxue/persistence';
import { Rubric } from './rubric.entity.js';

/** An authority issues a rubric, and revises it by another edition. */
@Injectable()
export class IssuingRubrics {
  constructor(@Inject(Store) private readonly store: Store) {}

  issue({ id, organisation, code, content }: InputOf<typeof reporting.issueRubric>, call: Call): Promise<Rubric> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      return insert(work, editionOf(content, { id, organisation, code, number: 1 }), () => refuse(RubricCodeTaken, { taken: code }));
    });
  }

  /** Only the latest edition is revised, so that editions stand in one line. */
  revise({ rubricId, id, content }: InputOf<typeof reporting.issueRubricEdition>, call: Call): Promise<Rubric> {
    return this.store.commit(call, async (work) => {
      const { organisation, code, number } = await work.target(Rubric, rubricId, RubricNotFound);
      const [latest] = await work.query<{ number: number }>(
        'select max(number) as number from rubric where organisation = $1 and code = $2 and id is distinct from $3',
        [organisation, code, id ?? null],
      );
      if (latest!.number > number) throw refuse(RubricSuperseded, { number: latest!.number });
      const edition = editionOf(content, { id, organisation, code, number: number + 1 });
      return insert(work, edition, () => refuse(RubricSuperseded, { number: number + 1 }));
    });
  }
}

type Place = { id: string | undefined; organisation: string; code: string; number: number };

const editionOf = (content: RubricContent, { id = newId(), ...place }: Place): Rubric =>
  Object.assign(new Rubric(), content, place, { id, description: content.description ?? null });

function insert(work: Work, edition: Rubric, taken: () => Error): Promise<Rubric> {
  const place = ({ organisation, code, number, content }: Rubric) => ({ organisation, code, number, content });
  return work
    .insert(edition, rubricFacts.issued, (existing) => isDeepStrictEqual(place(existing), place(edition)))
    .catch((error: unknown) => {
      throw violates(error, 'rubric_edition') ? taken() : error;
    });
}
