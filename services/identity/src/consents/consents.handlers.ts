import { identity, inBeijing, PurposesUndeclared, refuse, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { AppPurposes } from './app-purposes.entity.js';
import { Deciding } from './deciding.js';
import { Declaring } from './declaring.js';
import { Deletions } from './deletions.js';
import { consentView, ReadingConsents } from './reading-consents.js';

@Controller()
export class ConsentHandlers {
  constructor(
    private readonly store: Store,
    private readonly declaring: Declaring,
    private readonly deciding: Deciding,
    private readonly reading: ReadingConsents,
    private readonly deletions: Deletions,
  ) {}

  @Handles(identity.declarePurposes)
  async declarePurposes(input: InputOf<typeof identity.declarePurposes>, call: Call) {
    return purposesView(await this.declaring.declare(input, call));
  }

  @Handles(identity.appPurposes)
  async appPurposes({ appId }: InputOf<typeof identity.appPurposes>, call: Call) {
    const declared = await this.store.first(AppPurposes, sql`t.app = ${appId}`, call);
    if (!declared) throw refuse(PurposesUndeclared);
    return purposesView(declared);
  }

  @Handles(identity.wardConsents)
  wardConsents({ personId }: InputOf<typeof identity.wardConsents>, call: Call) {
    return this.reading.ofWard(personId, call);
  }

  @Handles(identity.decideConsent)
  async decideConsent(input: InputOf<typeof identity.decideConsent>, call: Call) {
    return consentView(await this.deciding.decide(input, call), call.caller);
  }

  @Handles(identity.withdrawConsent)
  async withdrawConsent({ consentId }: InputOf<typeof identity.withdrawConsent>, call: Call) {
    return consentView(await this.deciding.withdraw(consentId, call), call.caller);
  }

  @Handles(identity.consentCounts)
  consentCounts({ organisationId }: InputOf<typeof identity.consentCounts>, call: Call) {
    return this.reading.counts(organisationId, call);
  }

  @Handles(identity.consentsMissing)
  consentsMissing(input: InputOf<typeof identity.consentsMissing>, call: Call) {
    return this.reading.missing(input, call);
  }

  @Handles(identity.consentedPupils)
  consentedPupils(input: InputOf<typeof identity.consentedPupils>, call: Call) {
    return this.reading.consented(input, call);
  }

  @Handles(identity.myDeletionRequests)
  myDeletionRequests(input: InputOf<typeof identity.myDeletionRequests>, call: Call) {
    return this.deletions.ofApp(input, call);
  }

  @Handles(identity.answerDeletionRequest)
  answerDeletionRequest(input: InputOf<typeof identity.answerDeletionRequest>, call: Call) {
    return this.deletions.answer(input, call);
  }

  @Handles(identity.deletionRequests)
  deletionRequests(input: InputOf<typeof identity.deletionRequests>, call: Call) {
    return this.deletions.inReach(input, call);
  }
}

const purposesView = ({ id, version, createdAt, updatedAt, app, client, purposes, forPupils }: AppPurposes) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
  app,
  client,
  purposes,
  forPupils,
});
