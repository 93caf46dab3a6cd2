import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { organisationKinds } from '../roles.js';
import { Day, Id, text, value } from '../shapes/shapes.js';
import { GrantType, ScopeName } from './apps.js';
import {
  ClientOfApp,
  ClientUnknown,
  FoundationExists,
  IdleMinutes,
  OrganisationCopyShape,
  OrganisationOfDay,
  Revocation,
  SelectionCopyShape,
  SignInLocked,
  SignInOneTimeExpired,
  SignInPost,
  SignInRefused,
  SubjectUnknown,
} from './internal.js';
import { CodeInvalid, OrganisationUnknown } from './organisations.js';
import { PasswordWeak, UsernameIsNumber } from './people.js';
import { SecondFactorStanding } from './second-factors.js';

/** Operations between services: no route, no place in OpenAPI. */
export const identityInternal = {
  signIn: operation('post', '/internal/sign-in', {
    summary: '核验用户名与密码 Check a username and password',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ username: text(100), password: text(1000), address: text(100).optional() }),
    returns: value(
      z.object({
        person: Id,
        name: z.string(),
        mustChangePassword: z.boolean(),
        secondFactor: SecondFactorStanding,
        posts: z.array(SignInPost),
      }),
    ),
    fails: [SignInRefused, SignInLocked, SignInOneTimeExpired],
  }),

  changePassword: operation('post', '/internal/change-password', {
    summary: '本人更改密码 Change one’s own password',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ person: Id, current: text(1000), next: text(1000), address: text(100).optional() }),
    fails: [SignInRefused, SignInLocked, PasswordWeak],
  }),

  postsOf: operation('post', '/internal/posts-of', {
    summary: '人员的现岗位 Current posts of a person',
    internal: true,
    permits: ['service'],
    // The client that wants to know the name, when one does: an app hears of a pupil only what it may read.
    body: z.strictObject({ person: Id, client: text(100).optional() }),
    /** Minutes of rest after which a sign-in ends. */
    returns: value(z.object({ name: z.string(), posts: z.array(SignInPost), idleMinutes: IdleMinutes })),
    fails: [SubjectUnknown],
  }),

  client: operation('post', '/internal/client', {
    summary: '应用的登录设置 Sign-in settings of an app',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ clientId: text(100) }),
    returns: value(ClientOfApp),
    fails: [ClientUnknown],
  }),

  revoke: operation('post', '/internal/revoke', {
    summary: '撤销已发的凭证 Revoke tokens already given',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ kind: Revocation.shape.kind, value: text(200) }),
  }),

  revocations: operation('post', '/internal/revocations', {
    summary: '最近十五分钟的撤销 Revocations of the last 15 minutes',
    internal: true,
    permits: ['service'],
    returns: value(z.object({ revocations: z.array(Revocation) })),
  }),

  organisationChain: operation('post', '/internal/organisation-chain', {
    summary: '从最高组织到该组织 From the highest organisation to this one',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ organisation: Id }),
    returns: value(z.object({ organisations: z.array(OrganisationCopyShape) })),
  }),

  organisationsAsOf: operation('post', '/internal/organisations-as-of', {
    summary: '某日的组织树 The organisations as they stood on a day',
    internal: true,
    permits: ['service'],
    body: z.strictObject({
      /** The organisation and everything that stood below it that day, also what was closed by then: its state says so. */
      below: Id,
      on: Day,
      limit: z.int().min(1).max(2000).default(1000),
      /** Only ids behind this one; the `next` of the page before. */
      after: Id.optional(),
    }),
    returns: value(z.object({ organisations: z.array(OrganisationOfDay), next: Id.nullable() })),
  }),

  organisationsMeant: operation('post', '/internal/organisations-meant', {
    summary: '表格中的名称所指的组织 The organisations that names in a table mean',
    internal: true,
    permits: ['service'],
    body: z.strictObject({
      /** Looked for at this organisation and below. */
      below: Id,
      names: z.array(text(200)).min(1).max(500),
    }),
    /** In the order of the names: the one each surely means by its full, short or former name; null where a person has to decide. */
    returns: value(z.object({ organisations: z.array(Id.nullable()) })),
    fails: [OrganisationUnknown],
  }),

  selectionsOf: operation('post', '/internal/selections-of', {
    summary: '应用的全部选用 All selections of an app',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ client: text(100) }),
    returns: value(z.object({ selections: z.array(SelectionCopyShape) })),
  }),

  found: operation('post', '/internal/found', {
    summary: '建立平台 Found the platform',
    internal: true,
    permits: ['service'],
    body: z.strictObject({
      authority: z.strictObject({
        id: Id.optional(),
        name: text(100),
        kind: z.enum(organisationKinds),
        divisionCode: z.string().nullable(),
      }),
      administrator: z.strictObject({ username: text(64), name: text(50), password: text(200), mustChangePassword: z.boolean() }),
      clients: z
        .array(
          z.strictObject({
            clientId: text(100),
            /** Absent: a public client. */
            clientSecret: text(200).optional(),
            name: text(50),
            redirectUris: z.array(z.string()),
            postLogoutRedirectUris: z.array(z.string()).default([]),
            grants: z.array(GrantType),
            scopes: z.array(ScopeName),
          }),
        )
        .max(10),
    }),
    returns: value(z.object({ organisation: Id, person: Id })),
    fails: [FoundationExists, CodeInvalid, UsernameIsNumber, PasswordWeak],
  }),
};
