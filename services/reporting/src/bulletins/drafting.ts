import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  BulletinAddresseesUnknown,
  bulletinFacts,
  BulletinNotFound,
  BulletinUnderCorrection,
  refuse,
  type Call,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, Store, type Work } from '@lianxue/persistence';
import { Bulletin } from './bulletin.entity.js';
import { Citing } from './citing.js';
import { holdToAuthority } from './moves.js';
import { filled, templates } from './templates.js';

/** Bulletins are written from figures by template; what is issued is corrected by another bulletin alone. */
@Injectable()
export class Drafting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Citing) private readonly citing: Citing,
  ) {}

  async draft(input: InputOf<typeof reporting.draftBulletin>, call: Call): Promise<Bulletin> {
    const { id = newId(), organisation, template: code, addressees, objectionDays } = input;
    const template = templates.find((each) => each.code === code)!;
    const { parts, citation, facts } = await this.citing.cite(input, template, call);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      await holdToAddressees(organisation, addressees, work);
      const bulletin = Object.assign(new Bulletin(), {
        id,
        organisation,
        template: code,
        title: input.title ?? filled(template.title, facts).slice(0, 120),
        opening: input.opening ?? filled(template.opening, facts),
        closing: input.closing ?? template.closing,
        parts,
        citation,
        drafter: call.caller.subject,
        addressees,
        objectionDays,
      });
      return work.insert(bulletin, bulletinFacts.drafted, (existing) => isDeepStrictEqual(wordsOf(existing), wordsOf(bulletin)));
    });
  }

  revise({ bulletinId, addressees, ...words }: InputOf<typeof reporting.reviseBulletin>, call: Call): Promise<Bulletin> {
    return this.store.commit(call, async (work) => {
      const bulletin = await work.target(Bulletin, bulletinId, BulletinNotFound);
      bulletin.make('revise');
      if (addressees) await holdToAddressees(bulletin.organisation, addressees, work);
      Object.assign(bulletin, words, addressees && { addressees });
      return work.update(bulletin, bulletinFacts.revised);
    });
  }

  /** A new draft for the same addressees; figures of a period are taken anew, others are given anew or stay. */
  async correct({ id = newId(), bulletinId, reason, table }: InputOf<typeof reporting.correctBulletin>, call: Call): Promise<Bulletin> {
    const old = await this.store.one(Bulletin, bulletinId, call, BulletinNotFound);
    const template = templates.find(({ code }) => code === old.template)!;
    const anew = old.citation.period !== null || table !== undefined;
    const period = old.citation.period ?? undefined;
    const asked = { organisation: old.organisation, period, indicators: old.citation.indicators, table };
    const { parts, citation } = anew ? await this.citing.cite(asked, template, call) : old;
    return this.store.commit(call, async (work) => {
      const wrong = await work.target(Bulletin, bulletinId, BulletinNotFound);
      holdToAuthority(wrong, call.caller);
      wrong.make('correct');
      const [other] = await work.query<{ id: string }>('select id from bulletin where replaces = $1 and id <> $2', [wrong.id, id]);
      if (other) throw refuse(BulletinUnderCorrection, { bulletin: other.id });
      const content = { ...wordsOf(wrong), objectionDays: wrong.objectionDays, parts, citation, reason };
      const bulletin = Object.assign(new Bulletin(), { ...content, id, drafter: call.caller.subject, replaces: wrong.id });
      return work.insert(bulletin, bulletinFacts.drafted, (existing) => existing.replaces === wrong.id && existing.reason === reason);
    });
  }
}

/** What somebody decided about a bulletin, apart from its figures. */
const wordsOf = ({ organisation, template, title, opening, closing, addressees }: Bulletin) => ({
  organisation,
  template,
  title,
  opening,
  closing,
  addressees,
});

/** Addressees are organisations below the authority that have not closed. */
async function holdToAddressees(organisation: string, addressees: readonly string[], work: Work): Promise<void> {
  const known = await work.query<{ id: string }>(
    `select o.id from organisation o join organisation a on a.path @> o.path and a.id <> o.id
     where a.id = $1 and o.id = any($2::uuid[]) and not o.closed`,
    [organisation, addressees],
  );
  const unknown = addressees.filter((each) => !known.some(({ id }) => id === each));
  if (unknown.length > 0) throw refuse(BulletinAddresseesUnknown, { organisations: unknown });
}
