import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { identity, scopes, type Call, type Scope } from '@lianxue/contracts';
import { Founding, identityAlone, migrations, Registering, RosterImport, type Ground } from '@lianxue/identity';
import { addressOf, bootstrap, JobRunner, migrate } from '@lianxue/persistence';
import { NestFactory } from '@nestjs/core';
import { keepTable, perSchool, schoolCode } from './pupils.js';

/** A city with its schools, a table of all their pupils, and an import that has been ordered and not begun. */
export interface Ordered {
  readonly ground: Ground;
  readonly database: string;
  readonly job: string;
  /** Orders the same file again. */
  again(): Promise<string>;
}

const client = 'lianxue-console';

export async function order(
  adminUrl: string,
  folder: string,
  database: string,
  secret: string,
  pupils: number,
  wrongEvery: number,
): Promise<Ordered> {
  const password = randomBytes(18).toString('base64url');
  await bootstrap({ adminUrl, database, services: [{ name: 'identity', password }] });
  const address = new URL(addressOf(adminUrl, database));
  address.username = 'lianxue_identity';
  address.password = password;
  await migrate(address.href, 'identity', migrations);
  const ground: Ground = { database: address.href, secret, files: join(folder, database) };

  const within = async <T>(work: (app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<T>): Promise<T> => {
    const app = await NestFactory.createApplicationContext(identityAlone(ground), { logger: ['error'] });
    try {
      // Ordering is all that is done here; the import has a process of its own.
      await app.get(JobRunner).stop();
      return await work(app);
    } finally {
      await app.close();
    }
  };

  const { city, person, file } = await within(async (app) => {
    const found = await app.get(Founding).found(
      {
        authority: { name: '抚州市教育体育局', kind: 'city', divisionCode: '361000' },
        administrator: {
          username: 'admin',
          name: '系统管理员',
          password: randomBytes(12).toString('base64url'),
          mustChangePassword: false,
        },
        clients: [
          {
            clientId: client,
            clientSecret: 'secret',
            name: '控制台',
            redirectUris: [],
            postLogoutRedirectUris: [],
            grants: ['refresh_token'],
            scopes: Object.keys(scopes) as Scope[],
          },
        ],
      },
      call(identity.found, {
        kind: 'service',
        subject: 'service:deploy',
        client: 'service:deploy',
        role: 'service',
        organisation: undefined,
      }),
    );
    const admin = { kind: 'person', subject: found.person, client, role: 'systemAdmin', organisation: found.organisation } as const;
    for (let school = 0; school * perSchool < pupils; school++) {
      await app.get(Registering).register(
        {
          parent: found.organisation,
          kind: 'school',
          name: `第${school + 1}小学`,
          shortName: null,
          divisionCode: null,
          schoolCode: schoolCode(school),
          creditCode: null,
          schoolType: null,
        },
        call(identity.registerOrganisation, admin),
      );
    }
    const { id } = await keepTable(ground.files, pupils, wrongEvery, { subject: found.person, client });
    return { city: found.organisation, person: found.person, file: id };
  });

  const again = () =>
    within(async (app) => {
      const admin = { kind: 'person', subject: person, client, role: 'systemAdmin', organisation: city } as const;
      const input = { organisationId: city, file, mode: 'merge', dryRun: false, source: 'roll', mostDropped: 0.2 } as const;
      return (await app.get(RosterImport).order(input, call(identity.importRosterFile, admin))).id;
    });
  return { ground, database: addressOf(adminUrl, database), job: await again(), again };
}

function call(
  operation: Call['operation'],
  caller: { kind: string; subject: string; client: string; role: string; organisation: string | undefined },
): Call {
  return {
    caller: { ...caller, scopes: new Set(Object.keys(scopes)), about: [] } as unknown as Call['caller'],
    operation,
    input: {},
    idempotencyKey: undefined,
    ifMatch: undefined,
    deadline: Date.now() + 30_000,
    language: 'zh',
    traceparent: undefined,
  };
}
