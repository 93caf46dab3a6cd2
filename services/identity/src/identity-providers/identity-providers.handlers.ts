import { identity, IdentityProviderUnknown, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { IdentityProvider } from './identity-provider.entity.js';
import { KeepingProviders } from './keeping-providers.js';
import { Linking } from './linking.js';

@Controller()
export class IdentityProviderHandlers {
  constructor(
    private readonly store: Store,
    private readonly providers: KeepingProviders,
    private readonly linking: Linking,
  ) {}

  @Handles(identity.registerIdentityProvider)
  async registerIdentityProvider(input: InputOf<typeof identity.registerIdentityProvider>, call: Call) {
    return providerView(await this.providers.register(input, call));
  }

  @Handles(identity.identityProviders)
  identityProviders(paging: InputOf<typeof identity.identityProviders>, call: Call) {
    return this.store.page(IdentityProvider, call, paging, providerView);
  }

  @Handles(identity.identityProvider)
  async identityProvider({ providerId }: InputOf<typeof identity.identityProvider>, call: Call) {
    return providerView(await this.store.one(IdentityProvider, providerId, call, IdentityProviderUnknown));
  }

  @Handles(identity.changeIdentityProvider)
  async changeIdentityProvider(input: InputOf<typeof identity.changeIdentityProvider>, call: Call) {
    return providerView(await this.providers.change(input, call));
  }

  @Handles(identity.mySignInLinks)
  mySignInLinks(_input: InputOf<typeof identity.mySignInLinks>, { caller }: Call) {
    return this.linking.of(caller.subject);
  }

  @Handles(identity.removeMySignInLink)
  removeMySignInLink({ linkId }: InputOf<typeof identity.removeMySignInLink>, call: Call) {
    return this.linking.removeOwn(linkId, call);
  }

  @Handles(identity.signInLinks)
  signInLinks({ personId }: InputOf<typeof identity.signInLinks>, call: Call) {
    return this.linking.ofPerson(personId, call);
  }

  @Handles(identity.removeSignInLink)
  removeSignInLink({ personId, linkId }: InputOf<typeof identity.removeSignInLink>, call: Call) {
    return this.linking.remove(personId, linkId, call);
  }

  @Handles(identity.offeredIdentityProviders)
  offeredIdentityProviders(input: InputOf<typeof identity.offeredIdentityProviders>) {
    return this.providers.offered(input);
  }

  @Handles(identity.identityProviderToAsk)
  identityProviderToAsk({ provider }: InputOf<typeof identity.identityProviderToAsk>) {
    return this.providers.toAsk(provider);
  }

  @Handles(identity.signInByIdentityProvider)
  signInByIdentityProvider(input: InputOf<typeof identity.signInByIdentityProvider>, call: Call) {
    return this.linking.signIn(input, call);
  }

  @Handles(identity.linkSignIn)
  linkSignIn(input: InputOf<typeof identity.linkSignIn>, call: Call) {
    return this.linking.link(input, call);
  }
}

/** Its secret is never among what is shown. */
function providerView(provider: IdentityProvider) {
  const { id, version, organisation, issuer, clientId, subjectClaim, name, scopes, match, linksOnTheSpot, enabled } = provider;
  const times = { createdAt: inBeijing(provider.createdAt), updatedAt: inBeijing(provider.updatedAt) };
  const origin = { organisation, issuer, clientId, subjectClaim };
  return { id, version, ...times, ...origin, name, scopes, match, linksOnTheSpot, enabled, returnPath: `/sign-in/upstream/${id}` };
}
