import { CLOCK, identity, type Clock } from '@lianxue/contracts';
import { FeedStamps, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/**
 * Which rows of the roster a fact changes, besides the row it is about: what a person is shown with is their posts, their wards,
 * the grade of their class, and whether there is consent.
 */
const touched = `
select entity from fact where thing in ('organisation', 'term', 'course', 'class', 'enrolment', 'person')
union select (data ->> 'person')::uuid from fact where thing in ('post', 'account', 'enrolment') and data ->> 'person' is not null
union select (data ->> 'child')::uuid from fact where thing = 'consent' and data ->> 'child' is not null
union select unnest(p.about) from fact f join post p on p.id = f.entity where f.thing = 'post'
union select e.person from fact f join enrolment e on e.class = f.entity where f.thing = 'class' and e.role = 'pupil' and not e.ended`;

/** When everything in the roster was last modified. */
@Injectable()
export class Stamping extends FeedStamps {
  constructor(store: Store, @Inject(CLOCK) clock: Clock) {
    super(store, clock, identity.changesAfter, { table: 'roster_stamp', rounds: 'roster_stamping', touched });
  }
}
