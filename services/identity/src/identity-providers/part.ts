import type { Part } from '@lianxue/persistence';
import { IdentityProvider } from './identity-provider.entity.js';
import { IdentityProviderHandlers } from './identity-providers.handlers.js';
import { KeepingProviders } from './keeping-providers.js';
import { Linking } from './linking.js';
import { SignInLink } from './sign-in-link.entity.js';

/** Signing in through a platform above 上级平台统一认证登录: which ones there are, and who is who there. */
export const identityProviders: Part = {
  entities: [IdentityProvider, SignInLink],
  rules: [KeepingProviders, Linking],
  handlers: [IdentityProviderHandlers],
};
