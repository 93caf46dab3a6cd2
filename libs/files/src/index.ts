export type { About, Files, KeptFile } from './keeping/files.js';
export { FolderFiles } from './keeping/folder-files.js';
export { csvRows, type TableRow } from './tables/csv.js';
export { sheetsOf, type Sheet } from './tables/excel/workbook-reading.js';
export { Unreadable, type Fault } from './tables/unreadable.js';
export { Workbook, type Cell, type Column } from './tables/workbook.js';
export { Zip, type ZipLimits } from './tables/zip.js';
export { csvLine, zipOf } from './tables/zip-writing.js';
