// SPDX-License-Identifier: Apache-2.0
// The ground of a .pmtiles file that this house serves, read piece by piece, where an operator gave
// one: pictures as they are, vectors drawn by paint.js.
import { PMTiles } from 'pmtiles';
import { painted } from './paint.js';

const asText = (bytes, type) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  // The content policy knows data:, not blob:.
  reader.readAsDataURL(new Blob([bytes], { type }));
});
const types = { 2: 'image/png', 3: 'image/jpeg', 4: 'image/webp', 5: 'image/avif' };
const vectors = 1;

const pictures = (file, type) => async (picture, { x, y, z }) => {
  picture.alt = '';
  const found = await file.getZxy(z, x, y);
  if (found) picture.src = await asText(found.data, type);
};

// Whose the ground is, as the file says: text alone, whatever it is written in.
async function sourceOf(file) {
  const { attribution } = await file.getMetadata().catch(() => ({})) ?? {};
  return attribution ? new DOMParser().parseFromString(attribution, 'text/html').body.textContent.trim() : '';
}

// What one tile is made of, from which zoom on, and how it is filled; null where nobody can draw it.
export async function groundOf(address) {
  const file = new PMTiles(address);
  const { tileType, minZoom, maxZoom } = await file.getHeader();
  const by = await sourceOf(file);
  if (tileType === vectors) return { by, tag: 'canvas', zooms: { minNativeZoom: minZoom }, fill: painted(file, maxZoom) };
  const type = types[tileType];
  return type ? { by, tag: 'img', zooms: { minNativeZoom: minZoom, maxNativeZoom: maxZoom }, fill: pictures(file, type) } : null;
}
