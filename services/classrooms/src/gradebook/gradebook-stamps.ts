import { classrooms, CLOCK, type Clock } from '@lianxue/contracts';
import { FeedStamps, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** When everything in the gradebook was last modified. */
@Injectable()
export class GradebookStamps extends FeedStamps {
  constructor(@Inject(Store) store: Store, @Inject(CLOCK) clock: Clock) {
    super(store, clock, classrooms.changesAfter, {
      table: 'gradebook_stamp',
      rounds: 'gradebook_stamping',
      touched: `select entity from fact where thing in ('gradeCategory', 'scoreScale', 'lineItem', 'gradeResult')`,
    });
  }
}
