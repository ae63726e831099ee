// SPDX-License-Identifier: Apache-2.0
// Pictures of a .pmtiles file that this house serves: read piece by piece, where an operator gave one.
import { PMTiles } from 'pmtiles';

const asText = (bytes, type) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  // The content policy knows data:, not blob:.
  reader.readAsDataURL(new Blob([bytes], { type }));
});
const types = { 2: 'image/png', 3: 'image/jpeg', 4: 'image/webp', 5: 'image/avif' };

// Null where the file holds no pictures: outlines as vectors want a larger program than a page may load.
export async function picturesOf(address) {
  const file = new PMTiles(address);
  const head = await file.getHeader();
  const type = types[head.tileType];
  if (!type) return null;
  return {
    min: head.minZoom,
    max: head.maxZoom,
    async one(z, x, y) {
      const found = await file.getZxy(z, x, y);
      return found ? asText(found.data, type) : '';
    },
  };
}
