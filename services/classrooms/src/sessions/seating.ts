import { classSessionFacts, inBeijing, ReceiverBusy, refuse } from '@lianxue/contracts';
import { violates, type Work } from '@lianxue/persistence';
import type { ClassSessionEntity } from './class-session.entity.js';

/**
 * Writes a new session and names it for its receivers, each of whom sits in one session at a time.
 * Answers the existing session when a caller-made id is repeated with the same content.
 */
export async function seat(session: ClassSessionEntity, work: Work): Promise<ClassSessionEntity> {
  const same = (existing: ClassSessionEntity) =>
    existing.makesUp === session.makesUp &&
    existing.startsAt.getTime() === session.startsAt.getTime() &&
    existing.endsAt.getTime() === session.endsAt.getTime();
  const seated = await work.insert(session, classSessionFacts.planned, same);
  if (seated !== session) return seated;
  try {
    await work.query('insert into seat (session, receiver, during) select $1, unnest($2::uuid[]), tstzrange($3, $4)', [
      session.id,
      session.receivers,
      session.startsAt,
      session.endsAt,
    ]);
  } catch (error) {
    throw violates(error, 'seat_once') ? refuse(ReceiverBusy, { at: inBeijing(session.startsAt) }) : error;
  }
  for (const organisation of session.receivers) await work.assign(session, { organisation });
  return session;
}

/** Frees the receivers' time again. */
export const unseat = (session: ClassSessionEntity, work: Work): Promise<unknown> =>
  work.query('delete from seat where session = $1', [session.id]);
