import type { Part } from '@lianxue/persistence';
import { HarvestHandlers } from './harvest.handlers.js';
import { HarvestStamps } from './harvest-stamps.js';
import { Harvesting } from './harvesting.js';
import { HarvestRounds } from './sources/harvest-rounds.js';
import { HarvestSourceEntity } from './sources/harvest-source.entity.js';
import { HarvestedRecordEntity } from './sources/harvested-record.entity.js';
import { KeepingSources } from './sources/keeping-sources.js';
import { ReadingSources } from './sources/reading-sources.js';
import { SourcesHandlers } from './sources/sources.handlers.js';

/** What other platforms are told of the catalogue, and what they tell of theirs. */
export const harvest: Part = {
  entities: [HarvestSourceEntity, HarvestedRecordEntity],
  rules: [HarvestStamps, Harvesting, KeepingSources, ReadingSources, HarvestRounds],
  handlers: [HarvestHandlers, SourcesHandlers],
};
