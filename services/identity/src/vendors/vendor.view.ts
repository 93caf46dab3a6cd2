import { inBeijing, vendorLife, type Caller } from '@lianxue/contracts';
import { maskedName } from '../people/names.js';
import { deskOf } from './desk.js';
import type { Vendor } from './vendor.entity.js';

/** The vendor has it while something is missing or was returned; else the authority, until it is approved. */
function desk(row: Vendor) {
  if (row.state === 'approved') return null;
  const own = row.state === 'returned' || row.missing.length > 0;
  return own ? deskOf('vendor', row.organisation, row.deskSince) : deskOf('systemAdmin', row.authority, row.deskSince);
}

/** Who deals with the vendor, and the vendor itself, read its contact in full; auditors do not need to call. */
export function vendorView(row: Vendor, phone: string | null, caller: Caller) {
  const full = caller.role === 'vendor' || caller.role === 'systemAdmin' || caller.kind === 'anyone';
  return {
    id: row.id,
    version: row.version,
    createdAt: inBeijing(row.createdAt),
    updatedAt: inBeijing(row.updatedAt),
    organisation: row.organisation,
    authority: row.authority,
    name: row.name,
    creditCode: row.creditCode,
    unitType: row.unitType,
    legalPerson: full ? row.legalPerson : row.legalPerson && maskedName(row.legalPerson),
    registeredDivision: row.registeredDivision,
    registeredPlace: row.registeredPlace,
    contactName: full ? row.contactName : row.contactName && maskedName(row.contactName),
    contactPhone: full ? phone : phone && `${phone.slice(0, 6)}****${phone.slice(-2)}`,
    contactEmail: full ? row.contactEmail : row.contactEmail && row.contactEmail.replace(/^.*@/, '***@'),
    state: row.state,
    missing: row.missing,
    desk: desk(row),
    round: row.round,
    reasons: row.reasons,
    history: row.history,
    moves: vendorLife.movesFor(row.state, caller),
  };
}
