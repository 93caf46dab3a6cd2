import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { CurrentPosts } from './current-posts.js';
import { MyOwn } from './my-own.js';
import { postView } from './person.view.js';
import { ReadingPeople } from './reading-people.js';
import { RegisteringPeople } from './registering-people.js';

@Controller()
export class PeopleHandlers {
  constructor(
    private readonly myOwn: MyOwn,
    private readonly posts: CurrentPosts,
    private readonly reading: ReadingPeople,
    private readonly registering: RegisteringPeople,
    private readonly accounts: Accounts,
  ) {}

  @Handles(identity.me)
  me(_input: InputOf<typeof identity.me>, call: Call) {
    return this.myOwn.of(call.caller);
  }

  @Handles(identity.registerPerson)
  async registerPerson(input: InputOf<typeof identity.registerPerson>, call: Call) {
    const { person, oneTimePassword } = await this.registering.register(input, call);
    return { ...(await this.reading.shown(person, call)), oneTimePassword };
  }

  @Handles(identity.person)
  person({ personId }: InputOf<typeof identity.person>, call: Call) {
    return this.reading.one(personId, call);
  }

  @Handles(identity.peopleOf)
  peopleOf({ organisationId, role, ...paging }: InputOf<typeof identity.peopleOf>, call: Call) {
    return this.reading.listOf(organisationId, role, paging, call);
  }

  @Handles(identity.changePerson)
  async changePerson(input: InputOf<typeof identity.changePerson>, call: Call) {
    return this.reading.shown(await this.registering.change(input, call), call);
  }

  @Handles(identity.closePerson)
  async closePerson({ personId }: InputOf<typeof identity.closePerson>, call: Call) {
    return this.reading.shown(await this.registering.close(personId, call), call);
  }

  @Handles(identity.givePost)
  async givePost(input: InputOf<typeof identity.givePost>, call: Call) {
    return postView(await this.posts.named(await this.registering.givePost(input, call)));
  }

  @Handles(identity.endPost)
  async endPost({ postId }: InputOf<typeof identity.endPost>, call: Call) {
    return postView(await this.posts.named(await this.registering.endPost(postId, call)));
  }

  @Handles(identity.openAccount)
  async openAccount({ personId, ...opening }: InputOf<typeof identity.openAccount>, call: Call) {
    const { account, oneTimePassword } = await this.accounts.open(personId, opening, call);
    return { username: account.username, oneTimePassword };
  }

  @Handles(identity.resetPassword)
  resetPassword({ personId }: InputOf<typeof identity.resetPassword>, call: Call) {
    return this.accounts.reset(personId, call);
  }
}
