import { roles, type Role } from '@lianxue/contracts';
import type { Language } from '../../problems/language.js';

/** A role as readers of the language call it. */
export const roleWords = (language: Language, role: Role): string =>
  language === 'zh' ? roles[role].zh : role.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
