/** What contents are, by the family in which a teacher would name them, with how their names may end; the first ending is the usual one. */
export const families = {
  document: { pdf: ['pdf'], ofd: ['ofd'], docx: ['docx'], doc: ['doc', 'wps'], txt: ['txt', 'md', 'csv', 'srt', 'vtt', 'lrc'] },
  presentation: { pptx: ['pptx', 'ppsx'], ppt: ['ppt', 'pps', 'dps'] },
  sheet: { xlsx: ['xlsx'], xls: ['xls', 'et'] },
  image: { jpeg: ['jpg', 'jpeg', 'jpe'], png: ['png'], gif: ['gif'], webp: ['webp'], svg: ['svg'] },
  audio: { mp3: ['mp3'], m4a: ['m4a', 'aac', 'm4b'], wav: ['wav'], flac: ['flac'], ogg: ['ogg', 'oga', 'opus'] },
  video: {
    ...{ mp4: ['mp4', 'm4v'], mov: ['mov', 'qt'], webm: ['webm'], mkv: ['mkv'], avi: ['avi'] },
    ...{ wmv: ['wmv', 'asf', 'wma'], flv: ['flv', 'f4v'], mpeg: ['mpg', 'mpeg', 'vob'] },
  },
  package: { zip: ['zip', 'sb3', 'ggb', 'epub', 'h5p', 'odp', 'odt', 'ods'] },
} as const;

export type Family = keyof typeof families;
type KindsOf<F> = F extends Family ? keyof (typeof families)[F] : never;
export type ContentKind = KindsOf<Family>;

/** What a content is, told by itself. */
export interface Content {
  readonly family: Family;
  readonly kind: ContentKind;
  /** As which it is given out. */
  readonly mediaType: string;
  /** Pixels, of what is seen. */
  readonly width?: number;
  readonly height?: number;
  /** Of what is watched or listened to. */
  readonly durationMs?: number;
  readonly videoCodec?: string;
  readonly audioCodec?: string;
}

/** Why a content is not taken. */
export type ContentFault = 'unknown' | 'active' | 'polyglot' | 'bomb' | 'broken' | 'encrypted';

/** What a content does when it is opened, which nothing here may do. */
export type ActiveContent = 'script' | 'macro' | 'program' | 'launch' | 'attachedFile' | 'externalReference';

/** A content that is not taken, and why. */
export class Unfit extends Error {
  override readonly name = 'Unfit';

  constructor(
    readonly fault: ContentFault,
    /** What was found in it, where it would do something. */
    readonly does?: ActiveContent,
  ) {
    super(does ? `${fault}: ${does}` : fault);
  }
}

const mediaTypes: Readonly<Record<ContentKind, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  txt: 'text/plain; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppt: 'application/vnd.ms-powerpoint',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  // Never as what it is: a picture that is a document of markup stays a file to be saved.
  svg: 'application/octet-stream',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/matroska',
  avi: 'video/x-msvideo',
  wmv: 'video/x-ms-wmv',
  flv: 'video/x-flv',
  mpeg: 'video/mpeg',
  zip: 'application/zip',
};

const familyOf = (kind: ContentKind): Family => (Object.keys(families) as Family[]).find((family) => kind in families[family])!;

export const contentOf = (kind: ContentKind, more: Partial<Content> = {}): Content => ({
  family: familyOf(kind),
  kind,
  mediaType: mediaTypes[kind],
  ...more,
});

const endings: ReadonlyMap<string, ContentKind> = new Map(
  Object.values(families).flatMap((kinds) =>
    Object.entries(kinds as Readonly<Record<string, readonly string[]>>).flatMap(([kind, ends]) =>
      ends.map((end) => [end, kind as ContentKind] as const),
    ),
  ),
);

/** Endings that a machine takes for something to run or to show with its scripts. */
const dangerous = new Set(
  (
    'exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta msi msp msix dll sys cpl lnk url reg jar apk app dmg iso ' +
    'html htm xhtml shtml mht mhtml xml xsl php asp aspx jsp cgi sh py rb pl swf docm dotm xlsm xltm pptm ppsm potm xll chm'
  ).split(' '),
);

const endingOf = (name: string): string => /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a name claims something that the content is not. What no machine knows as an ending claims nothing. */
export function lies(name: string, kind: ContentKind): boolean {
  const ending = endingOf(name);
  if (dangerous.has(ending)) return true;
  const claimed = endings.get(ending);
  return claimed !== undefined && claimed !== kind;
}

/** Its own name, ending as its content is: what claims nothing opens as what it is. */
export const endingAs = (name: string, kind: ContentKind): string =>
  endings.get(endingOf(name)) === kind ? name : `${name}.${usualEnding(kind)}`;

const usualEnding = (kind: ContentKind): string => [...endings].find(([, ended]) => ended === kind)![0];

/** Whether a name ends as something to run. */
export const endsAsProgram = (name: string): boolean => dangerous.has(endingOf(name));
