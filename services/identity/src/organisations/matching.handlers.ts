import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Matching } from './matching.js';
import { Naming } from './meant-by-names.js';

@Controller()
export class MatchingHandlers {
  constructor(private readonly matching: Matching) {}

  @Handles(identity.matchOrganisations)
  async matchOrganisations({ names, below, limit }: InputOf<typeof identity.matchOrganisations>, call: Call) {
    const candidates = await this.matching.match(names, call, { below, limit });
    return { results: names.map((name, index) => ({ name, candidates: candidates[index] ?? [] })) };
  }

  @Handles(identity.organisationsMeant)
  async organisationsMeant({ names, below }: InputOf<typeof identity.organisationsMeant>, call: Call) {
    const naming = new Naming(
      this.matching,
      below,
      () => call,
      () => true,
    );
    return { organisations: (await naming.called(names)).map((organisation) => organisation ?? null) };
  }
}
