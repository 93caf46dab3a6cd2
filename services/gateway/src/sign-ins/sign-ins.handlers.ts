import { Controller, Inject } from '@nestjs/common';
import { signIns, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { OwnSignIns } from './own-sign-ins.js';

@Controller()
export class SignInsHandlers {
  constructor(@Inject(OwnSignIns) private readonly own: OwnSignIns) {}

  @Handles(signIns.mySessions)
  mySessions(_input: InputOf<typeof signIns.mySessions>, call: Call) {
    return this.own.list(call);
  }

  @Handles(signIns.endMySession)
  async endMySession({ sessionId }: InputOf<typeof signIns.endMySession>, call: Call) {
    await this.own.end(sessionId, call);
  }

  @Handles(signIns.endMyOtherSessions)
  endMyOtherSessions(_input: InputOf<typeof signIns.endMyOtherSessions>, call: Call) {
    return this.own.endOthers(call);
  }

  @Handles(signIns.myApps)
  myApps(_input: InputOf<typeof signIns.myApps>, call: Call) {
    return this.own.apps(call);
  }

  @Handles(signIns.withdrawApp)
  async withdrawApp({ client }: InputOf<typeof signIns.withdrawApp>, call: Call) {
    await this.own.withdraw(client, call);
  }
}
