import { identity, SubPlatformUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { KeepingSubPlatforms } from './keeping-sub-platforms.js';
import { SubPlatform } from './sub-platform.entity.js';
import { publicSubPlatformView, subPlatformView } from './sub-platform.view.js';

@Controller()
export class SubPlatformHandlers {
  constructor(
    private readonly store: Store,
    private readonly keeping: KeepingSubPlatforms,
  ) {}

  @Handles(identity.openSubPlatform)
  async openSubPlatform(input: InputOf<typeof identity.openSubPlatform>, call: Call) {
    return subPlatformView(await this.keeping.open(input, call), call.caller);
  }

  @Handles(identity.subPlatforms)
  subPlatforms({ state, ...paging }: InputOf<typeof identity.subPlatforms>, call: Call) {
    const where = allOf(state !== undefined && sql`t.state = ${state}`);
    return this.store.page(SubPlatform, call, { where, ...paging }, (row) => subPlatformView(row, call.caller));
  }

  @Handles(identity.subPlatform)
  async subPlatform({ subPlatformId }: InputOf<typeof identity.subPlatform>, call: Call) {
    return subPlatformView(await this.store.one(SubPlatform, subPlatformId, call, SubPlatformUnknown), call.caller);
  }

  @Handles(identity.subPlatformAt)
  async subPlatformAt({ address }: InputOf<typeof identity.subPlatformAt>, call: Call) {
    return publicSubPlatformView(await this.keeping.at(address, call));
  }

  @Handles(identity.changeSubPlatform)
  async changeSubPlatform(input: InputOf<typeof identity.changeSubPlatform>, call: Call) {
    return subPlatformView(await this.keeping.change(input, call), call.caller);
  }

  @Handles(identity.setSubPlatformLogo)
  async setSubPlatformLogo(input: InputOf<typeof identity.setSubPlatformLogo>, call: Call) {
    return subPlatformView(await this.keeping.setLogo(input, call), call.caller);
  }

  @Handles(identity.closeSubPlatform)
  async closeSubPlatform({ subPlatformId }: InputOf<typeof identity.closeSubPlatform>, call: Call) {
    return subPlatformView(await this.keeping.close(subPlatformId, call), call.caller);
  }

  @Handles(identity.reopenSubPlatform)
  async reopenSubPlatform({ subPlatformId }: InputOf<typeof identity.reopenSubPlatform>, call: Call) {
    return subPlatformView(await this.keeping.reopen(subPlatformId, call), call.caller);
  }

  @Handles(identity.subPlatformLogo)
  subPlatformLogo({ subPlatform }: InputOf<typeof identity.subPlatformLogo>) {
    return this.keeping.logo(subPlatform);
  }
}
