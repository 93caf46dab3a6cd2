import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Recommending } from './recommending.js';

@Controller()
export class RecommendingHandlers {
  constructor(@Inject(Recommending) private readonly recommending: Recommending) {}

  @Handles(resources.similar)
  async similar(input: InputOf<typeof resources.similar>, call: Call) {
    return { items: await this.recommending.similar(input, call) };
  }

  @Handles(resources.recommendations)
  recommendations(input: InputOf<typeof resources.recommendations>, call: Call) {
    return this.recommending.recommend(input, call);
  }

  @Handles(resources.personaliseRecommendations)
  personaliseRecommendations(input: InputOf<typeof resources.personaliseRecommendations>, call: Call) {
    return this.recommending.personalise(input, call);
  }
}
