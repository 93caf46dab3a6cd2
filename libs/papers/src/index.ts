/** Papers 打印件: one document, given as a page, PDF, Word or Excel. */
export { formats, type Format } from './formats.js';
export { Press } from './press.js';
