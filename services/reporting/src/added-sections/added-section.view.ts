import type { AddedSection as AddedSectionView } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { AddedSection } from './added-section.entity.js';

export const addedSectionView = (section: AddedSection): AddedSectionView => ({ ...section.fact(), ...itemOf(section) });
