import {
  bulletinObjectionLifeCycle,
  inBeijing,
  type Bulletin as BulletinView,
  type BulletinObjection as ObjectionView,
  type Call,
  type Caller,
  type Paper,
} from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { Bulletin } from './bulletin.entity.js';
import { movesOf } from './moves.js';
import type { BulletinObjection } from './objection.entity.js';

export type Addressee = BulletinView['addressees'][number];

export function bulletinView(bulletin: Bulletin, addressees: readonly Addressee[], call: Call): BulletinView {
  const { title, opening, closing, parts, citation, objectionDays, reason } = bulletin;
  const words = { title, opening, closing, parts, citation, objectionDays, reason };
  return { ...bulletin.fact(), ...itemOf(bulletin), ...words, addressees: [...addressees], ...movesOf(bulletin, call) };
}

export function objectionView(objection: BulletinObjection, caller: Caller): ObjectionView {
  const { grounds, answer, status } = objection;
  const moves = caller.organisation === objection.organisation ? bulletinObjectionLifeCycle.movesFor(status, caller) : [];
  return { ...objection.fact(), ...itemOf(objection), grounds, answer, moves };
}

/** What stands above one that is not, or no longer, in force. */
const marks: Readonly<Record<BulletinView['status'], string | null>> = {
  draft: '草稿',
  checked: '已核稿，未签发',
  signed: '已签发，未印发',
  issued: null,
  replaced: '已被更正件代替',
  withdrawn: '已撤回',
};

/** A bulletin on paper: words, the figures as they were cited, where they come from, the authority and the day. */
export function bulletinPaper(bulletin: Bulletin, authority: string, addressees: readonly Addressee[], replaced: string | null): Paper {
  const { status, number, title, opening, closing, parts, citation } = bulletin;
  const inForce = marks[status];
  return {
    mark: inForce ?? (replaced === null ? null : `更正件，代替${replaced}`),
    number,
    title,
    addressees: addressees.map(({ name }) => name),
    parts: [
      { kind: 'paragraph', text: opening },
      ...parts,
      { kind: 'note', text: `数据截至${inBeijing(new Date(citation.asOf)).slice(0, 16).replace('T', ' ')}。口径：${citation.source}` },
      { kind: 'paragraph', text: closing },
    ],
    attachments: [],
    issuer: authority,
    day: bulletin.issuedOn,
    sealed: true,
    signatures: [],
  };
}
