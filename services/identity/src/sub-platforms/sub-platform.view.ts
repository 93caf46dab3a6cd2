import { inBeijing, subPlatformLife, type Caller } from '@lianxue/contracts';
import type { SubPlatform } from './sub-platform.entity.js';

export const publicSubPlatformView = (row: SubPlatform) => {
  const { id, version, organisation, name, nameEn, shortName, slug, host, language, colour, services } = row;
  const logo = row.logo && `/p/${slug}/logo?v=${row.logo}`;
  return { id, version, organisation, name, nameEn, shortName, slug, host, language, colour, services, logo };
};

export const subPlatformView = (row: SubPlatform, caller: Caller) => ({
  ...publicSubPlatformView(row),
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  state: row.state,
  closedOn: row.closedOn,
  moves: subPlatformLife.movesFor(row.state, caller),
});
