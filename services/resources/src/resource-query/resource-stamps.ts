import { CLOCK, resources, type Clock } from '@lianxue/contracts';
import { FeedStamps, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** When every resource was last modified. */
@Injectable()
export class ResourceStamps extends FeedStamps {
  constructor(@Inject(Store) store: Store, @Inject(CLOCK) clock: Clock) {
    super(store, clock, resources.changesAfter, {
      table: 'resource_stamp',
      rounds: 'resource_stamping',
      touched: `select entity from fact where thing = 'resource'`,
    });
  }
}
