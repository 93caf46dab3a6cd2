import { z } from 'zod';
import { contract, operation } from '../machinery/operation.js';
import { refusal } from '../machinery/refusal.js';
import { postRoles } from '../roles.js';
import { signingKeyOperations } from './signing-keys.js';
import { Id, Instant, value } from '../shapes/shapes.js';

/** An app within a session: it got tokens there. */
export const SessionApp = z
  .object({
    client: z.string().describe('应用标识 client id'),
    name: z.string().describe('应用名称 name of the app'),
    post: Id.nullable().describe('所用岗位 the acting post'),
    postName: z.string().nullable().describe('岗位与组织 role and organisation of the post'),
  })
  .meta({ id: 'SessionApp' });

/** One browser in which a person is signed in 登录会话. */
export const SignInSession = z
  .object({
    id: Id.describe('标识 id'),
    device: z.string().describe('浏览器与设备 browser and device, as it named itself'),
    methods: z.array(z.string()).describe('登录凭据 how the person proved who they are (RFC 8176)'),
    signedInAt: Instant.describe('登录时间 when they signed in'),
    lastUsedAt: Instant.describe('最近使用 when an app last asked for a token there'),
    current: z.boolean().describe('是否当前会话 whether this call comes from it'),
    apps: z.array(SessionApp).describe('在其中登录的应用 apps signed in there'),
  })
  .meta({ id: 'SignInSession' });

/** What a person allowed an app of a third party to do in their name, until they take it back. */
export const AllowedApp = z
  .object({
    client: z.string().describe('应用标识 client id'),
    name: z.string().describe('应用名称 name of the app'),
    post: Id.describe('所用岗位 the acting post'),
    postName: z.string().nullable().describe('岗位与组织 role and organisation of the post; null once it was taken away'),
    scopes: z.array(z.string()).describe('允许的范围 what was allowed'),
    since: Instant.describe('允许时间 when it was last allowed'),
  })
  .meta({ id: 'AllowedApp' });

export const SessionUnknown = refusal('session.unknown', 404, { zh: '找不到该会话', en: 'No such session' });
export const AllowedAppUnknown = refusal('allowed_app.unknown', 404, { zh: '您没有授权过该应用', en: 'You have not allowed this app' });

/** What a person sees and ends of their own: where they are signed in, and which apps they let in; and the keys that sign tokens. The gateway owns all three. */
export const signIns = contract('signIns', {
  mySessions: operation('get', '/me/sessions', {
    summary: '我的登录会话 List my sign-in sessions',
    scope: 'identity.read',
    permits: postRoles,
    returns: value(z.object({ items: z.array(SignInSession).describe('会话，最近使用的在前 sessions, last used first') })),
  }),

  endMySession: operation('delete', '/me/sessions/:sessionId', {
    summary: '退出一个登录会话 End one of my sessions',
    description: '其中的应用立即失效。 What apps were given there ends at once.',
    scope: 'identity.write',
    permits: postRoles,
    params: z.object({ sessionId: Id.describe('会话标识 id of the session') }),
    fails: [SessionUnknown],
  }),

  endMyOtherSessions: operation('post', '/me/sessions/end-others', {
    summary: '退出其他登录会话 End all my other sessions',
    scope: 'identity.write',
    permits: postRoles,
    returns: value(z.object({ ended: z.int().describe('退出的会话数 how many ended') })),
  }),

  myApps: operation('get', '/me/apps', {
    summary: '我授权的应用 List the apps I allowed',
    scope: 'identity.read',
    permits: postRoles,
    returns: value(z.object({ items: z.array(AllowedApp).describe('应用 apps') })),
  }),

  withdrawApp: operation('delete', '/me/apps/:client', {
    summary: '撤回对应用的授权 Take back what I allowed an app',
    description: '应用以您的名义得到的一切立即失效，下次须重新询问。 All it was given in your name ends at once; it has to ask again.',
    scope: 'identity.write',
    permits: postRoles,
    params: z.object({ client: z.string().min(1).max(100).describe('应用标识 client id') }),
    fails: [AllowedAppUnknown],
  }),

  ...signingKeyOperations,
});
