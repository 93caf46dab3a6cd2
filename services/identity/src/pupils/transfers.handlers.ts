import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { ReadingTransfers } from './reading-transfers.js';
import { Transferring } from './transferring.js';

@Controller()
export class TransfersHandlers {
  constructor(
    private readonly transferring: Transferring,
    private readonly reading: ReadingTransfers,
  ) {}

  @Handles(identity.requestTransfer)
  async requestTransfer(input: InputOf<typeof identity.requestTransfer>, call: Call) {
    return this.reading.shown(await this.transferring.request(input, call), call);
  }

  @Handles(identity.transfers)
  transfers(input: InputOf<typeof identity.transfers>, call: Call) {
    return this.reading.list(input, call);
  }

  @Handles(identity.transfer)
  transfer({ transferId }: InputOf<typeof identity.transfer>, call: Call) {
    return this.reading.one(transferId, call);
  }

  @Handles(identity.releaseTransfer)
  async releaseTransfer({ transferId }: InputOf<typeof identity.releaseTransfer>, call: Call) {
    return this.reading.shown(await this.transferring.decide(transferId, 'release', call), call);
  }

  @Handles(identity.refuseTransfer)
  async refuseTransfer({ transferId, reason }: InputOf<typeof identity.refuseTransfer>, call: Call) {
    return this.reading.shown(await this.transferring.decide(transferId, 'refuse', call, reason), call);
  }

  @Handles(identity.acceptTransfer)
  async acceptTransfer(input: InputOf<typeof identity.acceptTransfer>, call: Call) {
    return this.reading.shown(await this.transferring.accept(input, call), call);
  }

  @Handles(identity.cancelTransfer)
  async cancelTransfer({ transferId }: InputOf<typeof identity.cancelTransfer>, call: Call) {
    return this.reading.shown(await this.transferring.decide(transferId, 'cancel', call), call);
  }
}
