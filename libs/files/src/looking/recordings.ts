import { open } from 'node:fs/promises';
import mediaInfoFactory, { type Track } from 'mediainfo.js';
import { contentOf, Unfit, type Content, type ContentKind } from './content.js';

/** Containers as MediaInfo names them: for what is seen, and for what is only heard. */
const containers: Readonly<Record<string, { readonly video?: ContentKind; readonly audio?: ContentKind }>> = {
  'MPEG-4': { video: 'mp4', audio: 'm4a' },
  QuickTime: { video: 'mov', audio: 'm4a' },
  WebM: { video: 'webm' },
  Matroska: { video: 'mkv' },
  AVI: { video: 'avi' },
  'Windows Media': { video: 'wmv', audio: 'wmv' },
  'Flash Video': { video: 'flv' },
  'MPEG-PS': { video: 'mpeg' },
  'MPEG Video': { video: 'mpeg' },
  'MPEG Audio': { audio: 'mp3' },
  ADTS: { audio: 'm4a' },
  Wave: { audio: 'wav' },
  FLAC: { audio: 'flac' },
  Ogg: { audio: 'ogg' },
};

/** A second takes more than this in any form that is taken, silence and a picture that stands still included. */
const leastBytesASecond = 16;

/** Reads what a recording is and how long it runs; refuses what cannot be played. */
export async function lookIntoRecording(path: string): Promise<Content> {
  const { size, general, tracks } = await tracksOf(path);
  const video = tracks.find((track) => track['@type'] === 'Video');
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  const isQuickTime = general?.['@type'] === 'General' && general.Format === 'MPEG-4' && general.Format_Profile === 'QuickTime';
  const container = containers[isQuickTime ? 'QuickTime' : String(general?.Format ?? '')];
  const kind = video ? container?.video : audio && container?.audio;
  if (!kind) throw new Unfit(container ? 'broken' : 'unknown');
  const seconds = Number((general as { Duration?: number } | undefined)?.Duration);
  // What says that it runs longer than its bytes can last is damaged, or was made to say so.
  if (!(seconds > 0 && seconds * leastBytesASecond <= size)) throw new Unfit('broken');
  return contentOf(kind, {
    durationMs: Math.round(seconds * 1000),
    ...(video?.['@type'] === 'Video' && {
      ...(video.Width && { width: video.Width }),
      ...(video.Height && { height: video.Height }),
      ...(video.Format && { videoCodec: video.Format }),
    }),
    ...(audio?.Format && { audioCodec: String(audio.Format) }),
  });
}

async function tracksOf(path: string): Promise<{ size: number; general: Track | undefined; tracks: readonly Track[] }> {
  const file = await open(path);
  const mediaInfo = await mediaInfoFactory({ format: 'object' });
  try {
    const { size } = await file.stat();
    const result = await mediaInfo.analyzeData(size, async (length: number, position: number) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
    const tracks = result.media?.track ?? [];
    return { size, general: tracks.find((track) => track['@type'] === 'General'), tracks };
  } catch {
    throw new Unfit('broken');
  } finally {
    mediaInfo.close();
    await file.close();
  }
}
