import { describe, expect, it } from '@jest/globals';
import { contract, creatable, item, operation, page, paging, type Contract } from '@lianxue/contracts';
import { z } from 'zod';
import { breaksBetween } from './compatibility.js';
import { openApiDocument } from './document.js';

const Room = z.object({ id: z.string().describe('标识 id'), name: z.string().describe('名称 name') }).meta({ id: 'Room' });

const rooms = (room: z.ZodType, body: z.ZodObject, query: z.ZodObject = z.object(paging)): Contract =>
  contract('rooms', {
    add: operation('post', '/rooms', { summary: '新增 Add', permits: ['teacher'], creates: true, body, returns: item(room) }),
    list: operation('get', '/rooms', { summary: '列出 List', permits: ['teacher'], query, returns: page(room) }),
  });

const before = openApiDocument([rooms(Room, z.strictObject({ ...creatable, name: z.string(), kind: z.enum(['a', 'b']).optional() }))], []);
const breaks = (contracts: readonly Contract[]) => breaksBetween(before, openApiDocument(contracts, []));
const body = z.strictObject({ ...creatable, name: z.string(), kind: z.enum(['a', 'b']).optional() });

describe('the API only grows', () => {
  it('lets it grow', () => {
    const grown = z.object({ ...Room.shape, seats: z.int() }).meta({ id: 'Room2' });
    expect(
      breaks([
        rooms(grown, z.strictObject({ ...body.shape, seats: z.int().optional() }), z.object({ ...paging, kind: z.string().optional() })),
      ]),
    ).toEqual([]);
  });

  it('notices what was taken away', () => {
    expect(breaks([])).toEqual(['POST /api/v1/rooms: removed', 'GET /api/v1/rooms: removed']);
    expect(breaks([rooms(z.object({ id: z.string(), name: z.string().optional() }), body)])).toContain(
      'POST /api/v1/rooms 201.name: no longer always present',
    );
    expect(breaks([rooms(z.object({ id: z.string() }), body)])).toContain('GET /api/v1/rooms 200.items[].name: removed');
    expect(breaks([rooms(z.object({ id: z.string(), name: z.int() }), body)])).toContain(
      'POST /api/v1/rooms 201.name: was string, is integer',
    );
  });

  it('notices what is newly asked', () => {
    expect(breaks([rooms(Room, z.strictObject({ ...body.shape, seats: z.int() }))])).toEqual([
      'POST /api/v1/rooms body.seats: newly required',
    ]);
    expect(breaks([rooms(Room, z.strictObject({ ...body.shape, kind: z.enum(['a']).optional() }))])).toEqual([
      'POST /api/v1/rooms body.kind: no longer takes b',
    ]);
    expect(breaks([rooms(Room, body, z.object({ ...paging, city: z.string() }))])).toEqual([
      'GET /api/v1/rooms query city: newly required',
    ]);
    expect(breaks([rooms(Room, body, z.object({ limit: paging.limit }))])).toEqual(['GET /api/v1/rooms query cursor: no longer taken']);
  });
});
