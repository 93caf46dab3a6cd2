import type { GradebookCollection } from '@lianxue/contracts';
import type { FastifyReply } from 'fastify';
import type { Asking } from '../facades/owner-calls.js';
import { gradebookEntry, type Body } from './gradebook-entry.js';
import { gradebookKeys, type Posted } from './gradebook-paths.js';
import { ownId } from './ids.js';
import { Unanswered } from './status-info.js';

type Params = Readonly<Record<string, string>>;

export async function putEntry(collection: GradebookCollection, { request, ask }: Asking, reply: FastifyReply): Promise<void> {
  const { id: name } = request.params as Params;
  const body = (request.body as Body | null)?.[gradebookKeys[collection]] as Body | undefined;
  const said = body?.['sourcedId'];
  if (said !== undefined && said !== name) throw new Unanswered('invaliddata', 'The sourcedId is not that of the address');
  await ask({ name, put: { collection, entries: [gradebookEntry(collection, body)] } });
  void reply.code(201).send();
}

export async function deleteEntry(collection: GradebookCollection, { request, ask }: Asking, reply: FastifyReply): Promise<void> {
  await ask({ collection, name: (request.params as Params)['id'] });
  void reply.code(204).send();
}

/** Several at once; each gets an id of ours, which the answer tells beside the one it was sent with. */
export async function postEntries({ collection, each, all = [] }: Posted, { request, ask }: Asking, reply: FastifyReply): Promise<void> {
  const params = request.params as Params;
  const sent = (request.body as Body | null)?.[collection];
  if (!Array.isArray(sent)) throw new Unanswered('invaliddata', `${collection} is a list`);
  const entries = (sent as Body[]).map((entry) =>
    gradebookEntry(collection, each ? { ...entry, [each]: { sourcedId: params[each] } } : entry),
  );
  const places = Object.fromEntries(all.map((place) => [place, ownId(params[place])]));
  const { ids } = await ask<{ ids: string[] }>({ add: { collection, entries }, ...places });
  const sourcedIdPairs = ids.map((allocatedSourcedId, place) => {
    const supplied = (sent as Body[])[place]!['sourcedId'];
    return { suppliedSourcedId: typeof supplied === 'string' ? supplied : allocatedSourcedId, allocatedSourcedId };
  });
  void reply.code(201).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify({ sourcedIdPairs }));
}
