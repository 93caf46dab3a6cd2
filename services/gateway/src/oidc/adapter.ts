import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { OidcState } from './state.js';

/** Models whose id is what the holder presents; it is never written down. A device code is found by its user code, and must then be known. */
const presented = new Set([
  'RefreshToken',
  'AuthorizationCode',
  'AccessToken',
  'Session',
  'Interaction',
  'PushedAuthorizationRequest',
  'Grant',
]);

/** Ends all that was given with a grant and tells who must know; called when a code or refresh token is used twice. */
export type RevokeGrant = (grant: string) => Promise<void>;

/**
 * oidc-provider's state in PostgreSQL. The provider reads, then writes; what may happen only once is decided here by the write:
 * 20 assertions used 50 times at once must give 20 tokens, where a plain upsert gave 758.
 */
export class StateAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly state: OidcState,
    private readonly revokeGrant: RevokeGrant,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const expires = new Date(Date.now() + expiresIn * 1000);
    if (this.model === 'ReplayDetection') {
      if (!(await this.state.keepOnce(this.model, id, { ...payload }, expires)))
        throw new errors.InvalidClientAuth('the assertion was used before');
      return;
    }
    const keys = { account: payload.accountId, grant: payload.grantId, uid: payload.uid, userCode: payload.userCode };
    const { jti, ...rest } = payload;
    await this.state.keep(this.model, id, presented.has(this.model) ? rest : { ...rest, jti }, keys, expires);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.state.find(this.model, id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.state.findByUid(this.model, uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.state.findByUserCode(userCode);
  }

  async consume(id: string): Promise<void> {
    if (await this.state.consume(this.model, id)) return;
    const stored = await this.state.find(this.model, id);
    if (typeof stored?.['grantId'] === 'string') await this.revokeGrant(stored['grantId']);
    throw new errors.InvalidGrant(`${this.model} was used before`);
  }

  async destroy(id: string): Promise<void> {
    await this.state.forget(this.model, id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.state.forgetGrant(this.model, grantId);
  }
}
