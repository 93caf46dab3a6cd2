import { pupilPictures, type PictureColour, type PictureShape } from '@lianxue/contracts';
import { Html, html } from './html.js';

const ink = '#16233a';
const fills: Readonly<Record<PictureColour, string>> = { red: '#f0483e', blue: '#2f7df0', yellow: '#ffc93c' };

/** Each drawn in a square of 48, filled by its colour; what has no fill of its own is a detail in ink or white. */
const drawings: Readonly<Record<PictureShape, string>> = {
  star: '<path d="M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2z"/>',
  heart: '<path d="M24 42C8 31 4 22 6 15c3-9 14-9 18-1 4-8 15-8 18 1 2 7-2 16-18 27z"/>',
  sun: '<path d="M24 2v8M24 38v8M2 24h8M38 24h8M8 8l6 6M34 34l6 6M40 8l-6 6M14 34l-6 6" fill="none" stroke-width="3"/><circle cx="24" cy="24" r="11"/>',
  moon: '<path d="M31 5a20 20 0 1 0 12 27A17 17 0 0 1 31 5z"/>',
  flower:
    '<circle cx="24" cy="11" r="8"/><circle cx="37" cy="20" r="8"/><circle cx="32" cy="35" r="8"/><circle cx="16" cy="35" r="8"/><circle cx="11" cy="20" r="8"/><circle cx="24" cy="24" r="6" fill="#fff"/>',
  tree: '<path d="M20 32h8v13h-8z" fill="#fff"/><path d="M24 3l15 17h-7l9 13H7l9-13H9z"/>',
  house: '<path d="M9 22h30v22H9z"/><path d="M4 24L24 5l20 19z" fill="#fff"/><path d="M20 31h8v13h-8z" fill="#fff"/>',
  fish: '<path d="M34 24l11-10v20z"/><ellipse cx="20" cy="24" rx="17" ry="12"/><circle cx="12" cy="21" r="2.5" fill="#16233a"/>',
  boat: '<path d="M24 4v28" fill="none"/><path d="M26 6l15 22H26zM22 10v18H8z" fill="#fff"/><path d="M4 32h40l-7 11H11z"/>',
  car: '<path d="M4 33V24l7-3 5-9h17l6 9 5 3v9z"/><path d="M18 15h6v6h-9zM27 15h5l4 6h-9z" fill="#fff"/><circle cx="14" cy="35" r="5" fill="#fff"/><circle cx="34" cy="35" r="5" fill="#fff"/>',
  balloon:
    '<path d="M24 33c-2 4 3 6 0 12" fill="none"/><path d="M24 3c9 0 14 7 14 14 0 8-7 16-14 16S10 25 10 17c0-7 5-14 14-14z"/><path d="M17 12c1-3 4-4 6-4" fill="none" stroke="#fff" stroke-width="3"/>',
  umbrella:
    '<path d="M24 24v15c0 6-8 6-8 0" fill="none" stroke-width="3"/><path d="M3 25C4 12 13 5 24 5s20 7 21 20c-4-4-10-4-14 0-4-4-10-4-14 0-4-4-10-4-14 0z"/>',
  apple:
    '<path d="M24 14c-6-5-17-2-17 10 0 10 8 20 13 20 2 0 3-1 4-1s2 1 4 1c5 0 13-10 13-20 0-12-11-15-17-10z"/><path d="M24 14c0-5 2-8 5-10" fill="none" stroke-width="3"/>',
  mushroom:
    '<path d="M17 26h14l3 18H14z" fill="#fff"/><path d="M4 27C4 13 13 5 24 5s20 8 20 22z"/><circle cx="17" cy="17" r="3.5" fill="#fff"/><circle cx="29" cy="13" r="3" fill="#fff"/><circle cx="34" cy="21" r="3" fill="#fff"/>',
  cup: '<path d="M34 17h5c7 0 7 14 0 14h-5" fill="none" stroke-width="3"/><path d="M8 11h27v22c0 6-4 10-9 10h-9c-5 0-9-4-9-10z"/><path d="M8 11h27v6H8z" fill="#fff"/>',
  kite: '<path d="M22 34c-4 4 6 6 0 12" fill="none"/><path d="M22 3l14 14-14 18L8 17z"/><path d="M22 3v32M8 17h28" fill="none"/>',
  butterfly:
    '<path d="M24 22C18 4 4 6 5 17c0 6 6 9 11 8-7 2-9 9-5 14 5 5 12-2 13-10 1 8 8 15 13 10 4-5 2-12-5-14 5 1 11-2 11-8 1-11-13-13-19 5z"/><path d="M24 18v22M24 18l-4-8M24 18l4-8" fill="none" stroke-width="3"/>',
  cat: '<path d="M7 26L8 6l10 7c4-1 8-1 12 0l10-7 1 20c0 11-8 17-17 17S7 37 7 26z"/><circle cx="17" cy="24" r="2.5" fill="#16233a"/><circle cx="31" cy="24" r="2.5" fill="#16233a"/><path d="M21 31l3 3 3-3" fill="none"/><path d="M2 28l9 2M46 28l-9 2" fill="none"/>',
  ball: '<circle cx="24" cy="24" r="19"/><path d="M5 24h38M24 5c-9 10-9 28 0 38M24 5c9 10 9 28 0 38" fill="none" stroke="#fff" stroke-width="3"/><circle cx="24" cy="24" r="19" fill="none"/>',
  leaf: '<path d="M8 40C4 20 18 6 42 6c1 24-12 38-30 32z"/><path d="M6 44L32 16" fill="none"/>',
  cloud: '<path d="M13 38a10 10 0 0 1-1-19 12 12 0 0 1 23-3 11 11 0 0 1 1 22z"/>',
  key: '<path d="M21 20h24v7h-5v7h-6v-7H21z"/><circle cx="14" cy="23" r="11"/><circle cx="14" cy="23" r="4" fill="#fff"/>',
  bell: '<circle cx="24" cy="39" r="5"/><path d="M7 37c5-5 5-10 5-17a12 12 0 0 1 24 0c0 7 0 12 5 17z"/><circle cx="24" cy="6" r="3" fill="#fff"/>',
  hat: '<path d="M10 34C10 18 15 8 24 8s14 10 14 26z"/><path d="M3 34h42v8H3z" fill="#fff"/><circle cx="24" cy="7" r="4" fill="#fff"/>',
};

const pictures = new Map(pupilPictures.map((picture) => [picture.key, picture]));

export const pictureOf = (key: string) => pictures.get(key);

/** A pupil's picture; its name stands beside it wherever it is shown. */
export function pictureSvg(key: string): Html {
  const { shape, colour } = pictures.get(key)!;
  const drawing = new Html(drawings[shape]);
  return html`<svg
    class="picture"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 48 48"
    aria-hidden="true"
    focusable="false"
    fill="${fills[colour]}"
    stroke="${ink}"
    stroke-width="2"
    stroke-linejoin="round"
    stroke-linecap="round"
  >
    ${drawing}
  </svg>`;
}
