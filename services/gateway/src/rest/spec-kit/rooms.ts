import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import {
  contract,
  creatable,
  Id,
  Instant,
  item,
  ONCE,
  operation,
  page,
  paging,
  paper,
  refusal,
  refuse,
  text,
  value,
  VAULT,
  Version,
  type Call,
  type InputOf,
  type Paper,
} from '@lianxue/contracts';
import { Handles, REVOCATION_SOURCE, WireModule, WireServer, type Revocation } from '@lianxue/wire';
import { z } from 'zod';

const Room = z
  .object({
    id: Id.describe('标识 id'),
    version: Version,
    name: z.string().describe('教室名称 name of the room'),
    seats: z.int().describe('座位数 number of seats'),
    open: z.boolean().describe('是否开放 whether it is open'),
    since: Instant.describe('启用时间 in use since'),
    keeper: z.object({ name: z.string().describe('姓名 name') }).describe('管理员 keeper'),
    tags: z.array(z.string().describe('标签 tag')).describe('标签 tags'),
  })
  .meta({ id: 'SpecRoom' });
const RoomTaken = refusal('room.taken', 409, { zh: '{by}已占用', en: 'Taken by {by}' }, z.strictObject({ by: z.array(z.string()) }));

/** A small service for the tests of the edge. */
export const rooms = contract('resources', {
  room: operation('get', '/rooms/:roomId', {
    summary: '读取教室 Read a room',
    scope: 'resources.read',
    permits: ['teacher', 'app'],
    params: z.object({ roomId: Id.describe('教室 room') }),
    returns: item(Room),
  }),
  doorSign: operation('get', '/rooms/:roomId/sign', {
    summary: '读取门牌 Read the sign at the door',
    scope: 'resources.read',
    permits: ['teacher', 'app'],
    params: z.object({ roomId: Id.describe('教室 room') }),
    returns: paper(),
    fails: [RoomTaken],
  }),
  rooms: operation('get', '/rooms', {
    summary: '列出教室 List rooms',
    scope: 'resources.read',
    permits: ['teacher', 'app'],
    query: z.object({ ...paging, name: text(20).optional().describe('名称 name') }),
    returns: page(Room),
  }),
  add: operation('post', '/rooms', {
    summary: '登记教室 Add a room',
    scope: 'resources.write',
    permits: ['teacher'],
    creates: true,
    body: z.strictObject({ ...creatable, name: text(50).describe('名称 name'), seats: z.int().min(1).max(500).describe('座位数 seats') }),
    returns: item(Room),
    fails: [RoomTaken],
  }),
  rename: operation('patch', '/rooms/:roomId', {
    summary: '改名 Rename a room',
    scope: 'resources.write',
    permits: ['teacher'],
    guarded: true,
    params: z.object({ roomId: Id.describe('教室 room') }),
    body: z.strictObject({ name: text(50).describe('名称 name') }),
    returns: item(Room),
  }),
  close: operation('post', '/rooms/:roomId/close', {
    summary: '关闭教室 Close a room',
    scope: 'resources.write',
    permits: ['teacher'],
    params: z.object({ roomId: Id.describe('教室 room') }),
  }),
  weather: operation('get', '/weather', {
    summary: '天气 Weather',
    permits: 'anyone',
    reach: 'public',
    returns: value(z.object({ to: z.string().describe('对象 to whom'), language: z.string().describe('语言 language') })),
  }),
  slow: operation('get', '/slow', {
    summary: '缓慢 Slow',
    permits: 'anyone',
    reach: 'public',
    query: z.object({ ms: z.coerce.number().describe('毫秒 milliseconds') }),
    returns: value(z.object({})),
  }),
  stumble: operation('get', '/stumble', { summary: '出错 Stumble', permits: 'anyone', reach: 'public', returns: value(z.object({})) }),
});

export const roomId = '01939f6e-7c00-7000-8000-000000000001';

const room = {
  id: roomId,
  version: 3,
  name: '=SUM(A1)',
  seats: 45,
  open: true,
  since: '2026-09-01T08:00:00+08:00',
  keeper: { name: '王芳' },
  tags: ['录播', '专递'],
};

const sign: Paper = {
  mark: null,
  number: null,
  title: '录播教室：<一>',
  addressees: [],
  parts: [{ kind: 'paragraph', text: '45座' }],
  attachments: [],
  issuer: null,
  day: null,
  sealed: false,
  signatures: [],
};

@Controller()
export class RoomHandlers {
  static readonly calls: Call[] = [];

  @Handles(rooms.room)
  async room({ roomId: id }: InputOf<typeof rooms.room>, call: Call) {
    RoomHandlers.calls.push(call);
    return { ...room, id };
  }
  @Handles(rooms.doorSign)
  async doorSign({ roomId: id }: InputOf<typeof rooms.doorSign>) {
    if (id !== roomId) throw refuse(RoomTaken, { by: ['三班'] });
    return sign;
  }
  @Handles(rooms.rooms)
  async rooms({ limit, cursor }: InputOf<typeof rooms.rooms>) {
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: Math.min(limit, 450 - from) }, (_, index) => ({ ...room, seats: from + index }));
    return from + limit < 450 ? { items, next: String(from + limit) } : { items };
  }
  @Handles(rooms.add)
  async add({ id, name, seats }: InputOf<typeof rooms.add>, call: Call) {
    RoomHandlers.calls.push(call);
    if (name === '甲') throw refuse(RoomTaken, { by: ['三班', '四班'] });
    return { ...room, id: id ?? roomId, version: 1, name, seats };
  }
  @Handles(rooms.rename)
  async rename({ roomId: id, name }: InputOf<typeof rooms.rename>, { ifMatch }: Call) {
    return { ...room, id, name, version: Number(ifMatch) + 1 };
  }
  @Handles(rooms.close)
  async close() {}
  @Handles(rooms.weather)
  async weather(_: InputOf<typeof rooms.weather>, { caller, language }: Call) {
    return { to: caller.subject, language };
  }
  @Handles(rooms.slow)
  async slow({ ms }: InputOf<typeof rooms.slow>) {
    await sleep(ms);
    return {};
  }
  @Handles(rooms.stumble)
  async stumble(): Promise<{}> {
    throw new TypeError('secret detail');
  }
}

/** What persistence and identity give a process, in memory. */
export function beside(revocations: readonly Revocation[] = []) {
  const secrets = new Map<string, Promise<string>>();
  const providers = [
    {
      provide: VAULT,
      useValue: { keep: (name: string, make: () => Promise<string>) => secrets.get(name) ?? secrets.set(name, make()).get(name) },
    },
    { provide: ONCE, useValue: { once: async () => undefined, bury: async () => undefined } },
    { provide: REVOCATION_SOURCE, useValue: { revocations: async () => revocations } },
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class Beside {}
  return Beside;
}

/** Runs the rooms as their own microservice. */
export async function startRooms(url: string) {
  @Module({ imports: [beside(), WireModule.forService(rooms, { nats: { url } })], controllers: [RoomHandlers] })
  class RoomsModule {}
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(RoomsModule, {
    inject: [WireServer],
    useFactory: (strategy: WireServer) => ({ strategy }),
    logger: false,
    abortOnError: false,
  } as never);
  await app.listen();
  return app;
}
