import type { Call, identity, InputOf } from '@lianxue/contracts';
import type { IdentityRoom } from '../identity.room.js';
import { Providing, type WithSecret } from './providing.js';
import { Selecting } from './selecting.js';
import type { Selection } from './selection.entity.js';

/** A room with a vendor in it; for specs. */
export interface Apps {
  readonly vendor: string;
  /** The city's system administrator. */
  bureau(): Call;
  /** Registers a program of the vendor's with the least it needs: by the bureau, hence listed at once, unless somebody else is said. */
  register(more?: Partial<InputOf<typeof identity.registerApp>>, by?: Call): Promise<WithSecret>;
  select(client: string, at: string, more?: Partial<InputOf<typeof identity.selectApp>>, by?: Call): Promise<Selection>;
}

export async function withApps<R extends IdentityRoom>(room: R): Promise<R & Apps> {
  const vendor = await room.organisation('vendor', room.city);
  const bureau = () => room.by('systemAdmin', room.city);
  return {
    ...room,
    vendor,
    bureau,
    register: (more = {}, by = bureau()) =>
      room.get(Providing).register(
        {
          organisation: vendor,
          name: '作业应用',
          public: false,
          grants: ['client_credentials'],
          scopes: ['identity.read'],
          redirectUris: [],
          postLogoutRedirectUris: [],
          backchannelLogoutUri: null,
          jwks: null,
          ...more,
        },
        by,
      ),
    select: (client, at, more = {}, by = bureau()) =>
      room.get(Selecting).select({ organisationId: at, client, scopes: ['identity.read'], ...more }, by),
  };
}
