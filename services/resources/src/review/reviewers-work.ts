import { Inject, Injectable } from '@nestjs/common';
import { inBeijing, ownCallOf, resources, reviewerFacts, reviewingRoles, type PostWork } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { CurrentPosts, type CurrentPost } from '../posts/current-posts.js';
import { mayDecide } from './entitled.js';
import { ReviewerEntity } from './reviewer.entity.js';

type Holder = Parameters<PostWork['of']>[0];

const reviews = ({ role }: Pick<Holder, 'role'>) => reviewingRoles.some((each) => each === role);

/** Whether one of these posts is a reviewer's or a 教研员's at this tier. */
export const reviewsAt = (organisation: string, posts: readonly CurrentPost[]): boolean =>
  posts.some((post) => post.organisation === organisation && reviews(post));

/** Reviews that wait for the holder of a post. A naming goes with the post, so that nothing waits for somebody who has left. */
@Injectable()
export class ReviewersWork implements PostWork {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CurrentPosts) private readonly posts: CurrentPosts,
  ) {}

  async of(holder: Holder): ReturnType<PostWork['of']> {
    if (!reviews(holder)) return [];
    const { person: subject, ...post } = holder;
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, coalesce(t.revision ->> 'title', t.title) as title, s.submitted_at as at from resource t
          join submission s on s.resource = t.id and s.round = t.round
          where t.review_state = 'submitted' and ${mayDecide({ subject, ...post })} order by s.submitted_at, t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'resources', thing: 'review', id, title, since: inBeijing(at) }));
  }

  passOver(holder: Holder, to: string): Promise<void> {
    return this.follow(holder, to);
  }

  /** Nobody took the post over: who is left of the tier's reviewers decides, as where nobody is named. */
  lapse(holder: Holder): Promise<void> {
    return this.follow(holder);
  }

  /** Who still reviews there by another post stays named. */
  private async follow(holder: Holder, to?: string): Promise<void> {
    const { person, organisation } = holder;
    if (!reviews(holder) || reviewsAt(organisation, await this.posts.of(person))) return;
    await this.store.commit(ownCallOf(resources.postWork), async (work) => {
      for (const naming of await work.all(ReviewerEntity, sql`t.organisation = ${organisation} and t.person = ${person}`)) {
        if (to === undefined) await work.remove(naming, reviewerFacts.released);
        else {
          naming.person = to;
          await work.update(naming, reviewerFacts.named);
          work.note('post.handed_over', naming.id, { from: person, to });
        }
      }
    });
  }
}
