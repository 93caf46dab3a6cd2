import { expect } from '@jest/globals';
import { CLOCK, identity, scopes, type Call, type Clock, type InputOf, type PostRole, type Role, type Scope } from '@lianxue/contracts';
import { callOf, openRoom, person, service, type Room } from '@lianxue/testing';
import { FILES, FolderFiles } from '@lianxue/files';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Founding } from './founding/founding.js';
import { entities, rules } from './identity.module.js';
import { migrations } from './migrations/index.js';
import { Registering } from './organisations/registering.js';
import { RegisteringPeople } from './people/registering-people.js';
import { ASK_FOR_WORK, type AskForWork } from './posts/handing-over.js';
import { ANNOUNCE, type Announce } from './signing-in/revocations.js';
import { TEXT_SENDER, type TextSender, type TextToSend } from './text-messages/text-sender.js';

/** A room has no other services. */
const askNobody: AskForWork = async () => ({ items: [], unheard: [] });

const everyScope = Object.keys(scopes) as Scope[];

/** Identity's rules over a database of their own, with a founded city; for specs. */
export interface IdentityRoom extends Room {
  readonly city: string;
  readonly administrator: string;
  /** What was announced as revoked. */
  readonly announced: Parameters<Announce>[0][];
  /** What was sent as text messages; push an error and the next one fails with it. */
  readonly texts: { readonly sent: TextToSend[]; readonly troubles: Error[] };
  /** Sets the clock; it stands still otherwise. */
  at(moment: string): void;
  /** A call by someone in this role there, through the platform's own client. */
  by(
    role: Role,
    organisation: string,
    more?: { subject?: string; client?: string; about?: string[]; call?: Partial<Call>; operation?: Call['operation'] },
  ): Call;
  /** Registers an organisation as the city's administrator. */
  organisation(
    kind: InputOf<typeof identity.registerOrganisation>['kind'],
    parent: string,
    more?: Partial<InputOf<typeof identity.registerOrganisation>>,
  ): Promise<string>;
  /** Registers a person with one post, and an account when a username is given. */
  person(
    role: PostRole,
    organisation: string,
    more?: Partial<InputOf<typeof identity.registerPerson>> & { wards?: string[] },
  ): Promise<string>;
}

export async function openIdentity(): Promise<IdentityRoom> {
  let now = new Date('2026-11-21T08:00:00Z');
  const clock: Clock = { now: () => now };
  const announced: Parameters<Announce>[0][] = [];
  const announce: Announce = (revocation) => void announced.push(revocation);
  const folder = await mkdtemp(join(tmpdir(), 'lianxue-identity-'));
  const texts: IdentityRoom['texts'] = { sent: [], troubles: [] };
  const sender: TextSender = {
    name: 'room',
    send: async (message) => {
      const trouble = texts.troubles.shift();
      if (trouble) throw trouble;
      texts.sent.push(message);
      return { reference: `r-${texts.sent.length}` };
    },
  };
  const room = await openRoom('identity', {
    entities,
    migrations,
    providers: [
      ...rules,
      { provide: CLOCK, useValue: clock },
      { provide: ANNOUNCE, useValue: announce },
      { provide: ASK_FOR_WORK, useValue: askNobody },
      { provide: FILES, useValue: new FolderFiles(folder) },
      { provide: TEXT_SENDER, useValue: sender },
    ],
  });
  const founding = callOf(identity.found, service('deploy'));
  const { organisation: city, person: administrator } = await room.get(Founding).found(
    {
      authority: { name: '抚州市教育体育局', kind: 'city', divisionCode: '361000' },
      administrator: { username: 'admin', name: '系统管理员', password: 'correct horse battery', mustChangePassword: true },
      clients: [
        {
          clientId: 'lianxue-console',
          clientSecret: 'secret',
          name: '控制台',
          redirectUris: [],
          postLogoutRedirectUris: [],
          grants: ['refresh_token'],
          scopes: everyScope,
        },
      ],
    },
    founding,
  );
  const by: IdentityRoom['by'] = (role, organisation, { call, operation = identity.registerOrganisation, ...caller } = {}) =>
    callOf(operation, person({ role, organisation, ...caller }), {}, call);
  return {
    ...room,
    close: async () => {
      await room.close();
      await rm(folder, { recursive: true, force: true });
    },
    city,
    administrator,
    announced,
    texts,
    at: (moment) => void (now = new Date(moment)),
    by,
    async organisation(kind, parent, more = {}) {
      const input = {
        parent,
        kind,
        name: `${kind} ${Math.random()}`,
        shortName: null,
        divisionCode: null,
        schoolCode: null,
        creditCode: null,
        schoolType: null,
        ...more,
      };
      return (await room.get(Registering).register(input, by('systemAdmin', city))).id;
    },
    async person(role, organisation, { wards = [], ...more } = {}) {
      const input = {
        organisation,
        name: '张三',
        idType: '1' as const,
        idNumber: null,
        pupilNumber: null,
        phone: null,
        source: 'local' as const,
        posts: [{ role, organisation, wards }],
        ...more,
      };
      return (await room.get(RegisteringPeople).register(input, by('systemAdmin', city))).person.id;
    },
  };
}

/** Matches the refusal of this code, with these facts among its own. */
export const refused = (code: string, facts?: object) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }), ...(facts && { facts: expect.objectContaining(facts) }) });
