import sharp, { type Sharp } from 'sharp';
import { contentOf, Unfit, type Content } from './content.js';

/** The longest side of a picture that is kept; a projector shows less. */
const longestSide = 4096;
/** A picture of more is no photograph. */
const mostPixels = 120_000_000;

/**
 * Draws a picture anew beside itself: turned as its camera was held, no larger than a screen needs, and without all that is not seen, the
 * place where it was taken first of all. Whatever hid in the file is not in the new one.
 */
export async function drawAnew(path: string, kind: 'jpeg' | 'png' | 'gif' | 'webp', drawn: string): Promise<Content> {
  try {
    const moving = kind === 'gif' || kind === 'webp';
    const picture = sharp(path, { limitInputPixels: mostPixels, failOn: 'error', animated: moving });
    const { format, width, height, pages = 1 } = await picture.metadata();
    if (format !== kind || !width || !height) throw new Unfit('broken');
    const still = moving && pages > 1 ? picture : picture.autoOrient();
    const bounded = still.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).keepIccProfile();
    const info = await written(bounded, kind).toFile(drawn);
    const shown = info.pageHeight ?? info.height;
    return contentOf(kind, { width: info.width, height: shown });
  } catch (error) {
    if (error instanceof Unfit) throw error;
    throw new Unfit(/pixel limit/i.test(String(error)) ? 'bomb' : 'broken');
  }
}

function written(picture: Sharp, kind: 'jpeg' | 'png' | 'gif' | 'webp'): Sharp {
  if (kind === 'jpeg') return picture.jpeg({ quality: 90 });
  if (kind === 'webp') return picture.webp({ quality: 90 });
  return kind === 'png' ? picture.png() : picture.gif();
}
