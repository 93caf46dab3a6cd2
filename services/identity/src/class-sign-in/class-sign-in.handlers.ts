import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { ArrangingClassSignIn } from './arranging.js';
import { SigningInByPicture } from './signing-in-by-picture.js';

@Controller()
export class ClassSignInHandlers {
  constructor(
    private readonly arranging: ArrangingClassSignIn,
    private readonly byPicture: SigningInByPicture,
  ) {}

  @Handles(identity.setClassSignInCode)
  setClassSignInCode(input: InputOf<typeof identity.setClassSignInCode>, call: Call) {
    return this.arranging.setCode(input, call);
  }

  @Handles(identity.classSignInSheet)
  classSignInSheet(input: InputOf<typeof identity.classSignInSheet>, call: Call) {
    return this.arranging.read(input, call);
  }

  @Handles(identity.resetPupilPin)
  resetPupilPin(input: InputOf<typeof identity.resetPupilPin>, call: Call) {
    return this.arranging.resetPin(input, call);
  }

  @Handles(identity.showPupilSignInQr)
  showPupilSignInQr(input: InputOf<typeof identity.showPupilSignInQr>, call: Call) {
    return this.byPicture.showQr(input, call);
  }

  @Handles(identity.picturesOfClass)
  picturesOfClass({ code }: InputOf<typeof identity.picturesOfClass>) {
    return this.byPicture.pictures(code);
  }

  @Handles(identity.signInByPicture)
  signInByPicture(input: InputOf<typeof identity.signInByPicture>, call: Call) {
    return this.byPicture.signIn(input, call);
  }

  @Handles(identity.pictureAtQr)
  pictureAtQr({ token }: InputOf<typeof identity.pictureAtQr>) {
    return this.byPicture.pictureAtQr(token);
  }

  @Handles(identity.signInByQr)
  signInByQr({ token }: InputOf<typeof identity.signInByQr>, call: Call) {
    return this.byPicture.signInByQr(token, call);
  }
}
