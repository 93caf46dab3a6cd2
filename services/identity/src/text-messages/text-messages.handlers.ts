import { identity, type Call, type InputOf, type OutputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { ReadingMessages } from './reading-messages.js';
import { SigningInByPhone } from './signing-in-by-phone.js';
import { TextCodes } from './text-codes.js';
import { TEXT_SENDER, type TextSender } from './text-sender.js';

@Controller()
export class TextMessageHandlers {
  constructor(
    private readonly codes: TextCodes,
    private readonly byPhone: SigningInByPhone,
    private readonly reading: ReadingMessages,
    @Inject(TEXT_SENDER) private readonly sender: TextSender | undefined,
  ) {}

  @Handles(identity.textMessages)
  textMessages(input: InputOf<typeof identity.textMessages>, call: Call) {
    return this.reading.of(input, call);
  }

  @Handles(identity.waysOfSigningIn)
  async waysOfSigningIn() {
    const ways: OutputOf<typeof identity.waysOfSigningIn>['ways'] = ['password', 'classCode'];
    return { ways: this.sender ? [...ways, 'textMessage' as const] : ways };
  }

  @Handles(identity.sendTextCode)
  sendTextCode(input: InputOf<typeof identity.sendTextCode>, call: Call) {
    return this.codes.send(input, call);
  }

  @Handles(identity.proveTextCode)
  proveTextCode(input: InputOf<typeof identity.proveTextCode>, call: Call) {
    return this.codes.prove(input, call);
  }

  @Handles(identity.signInByPhone)
  signInByPhone(input: InputOf<typeof identity.signInByPhone>, call: Call) {
    return this.byPhone.signIn(input, call);
  }

  @Handles(identity.setPasswordByPhone)
  setPasswordByPhone(input: InputOf<typeof identity.setPasswordByPhone>, call: Call) {
    return this.byPhone.setPassword(input, call);
  }
}
