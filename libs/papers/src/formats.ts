/** In what a paper is given: its media type and what the file's name ends in. */
export const formats = {
  html: { mediaType: 'text/html', extension: 'html' },
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
} as const;

export type Format = keyof typeof formats;
