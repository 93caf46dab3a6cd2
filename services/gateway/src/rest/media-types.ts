export const jsonMediaType = 'application/json; charset=utf-8';

/** Excel workbooks: what every list is also available as. */
export const spreadsheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
