import { identity, organisationKinds, postRoles, PostUnknown, roles, type Call, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { CurrentPosts } from '../people/current-posts.js';
import { mayGrant } from '../people/granting.js';
import { postView } from '../people/person.view.js';
import { Post } from '../people/post.entity.js';
import { FindingPeople } from './finding-people.js';
import { HandingOver } from './handing-over.js';
import { Holding } from './holding.js';

@Controller()
export class PostHandlers {
  constructor(
    private readonly store: Store,
    private readonly posts: CurrentPosts,
    private readonly holding: Holding,
    private readonly handingOver: HandingOver,
    private readonly finding: FindingPeople,
  ) {}

  @Handles(identity.post)
  async post({ postId }: InputOf<typeof identity.post>, call: Call) {
    return this.shown(await this.store.one(Post, postId, call, PostUnknown));
  }

  @Handles(identity.changePost)
  async changePost(input: InputOf<typeof identity.changePost>, call: Call) {
    return this.shown(await this.holding.change(input, call));
  }

  @Handles(identity.nameDeputy)
  async nameDeputy(input: InputOf<typeof identity.nameDeputy>, call: Call) {
    return this.shown(await this.holding.nameDeputy(input, call));
  }

  @Handles(identity.deputies)
  async deputies({ postId, ...paging }: InputOf<typeof identity.deputies>, call: Call) {
    await this.store.one(Post, postId, call, PostUnknown);
    const { items, ...rest } = await this.holding.deputies(postId, paging, call);
    return { items: await Promise.all(items.map((post) => this.shown(post))), ...rest };
  }

  @Handles(identity.openWork)
  openWork({ postId }: InputOf<typeof identity.openWork>, call: Call) {
    return this.handingOver.openWork(postId, call);
  }

  @Handles(identity.handOver)
  async handOver(input: InputOf<typeof identity.handOver>, call: Call) {
    const { from, to } = await this.handingOver.handOver(input, call);
    return { from: await this.shown(from), to: await this.shown(to) };
  }

  @Handles(identity.myPowers)
  async myPowers(_input: InputOf<typeof identity.myPowers>, call: Call) {
    const grantable = postRoles.filter((role) => mayGrant(role, call));
    return { roles: grantable.map((role) => ({ role, name: roles[role].zh, at: kindsFor(role) })) };
  }

  @Handles(identity.searchPeople)
  searchPeople(input: InputOf<typeof identity.searchPeople>, call: Call) {
    return this.finding.search(input, call);
  }

  private async shown(post: Post) {
    return postView(await this.posts.named(post));
  }
}

const kindsFor = (role: keyof typeof roles) => organisationKinds.filter((kind) => roles[role].at.some((at) => at === kind));
