// SPDX-License-Identifier: Apache-2.0
// Vector tiles (MVT) as a quiet ground under the pins: land and green, water, buildings, roads and
// boundaries, by the names that Protomaps, OpenMapTiles and Shortbread give their layers. Names are
// not drawn: the seats and the list beside the map name the places.
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

// In the order in which they are painted. Widths are of zoom 14; what is wider than a line grows.
const coats = [
  { layer: /^(earth|land)$/, fill: '#f7f5ef' },
  { layer: /^(landuse|landcover|park|sites)$/, fill: '#e4ecd9' },
  { layer: /^(water|ocean|water_polygons)$/, fill: '#bcd7e6', line: '#bcd7e6', width: 1.5 },
  { layer: /^(waterway|water_lines)$/, line: '#bcd7e6', width: 1.5 },
  { layer: /^buildings?$/, fill: '#e0dcd3', from: 14 },
  { layer: /^(roads|transportation|streets)$/, line: '#c9bfae', width: 1, large: '#b9a27a' },
  { layer: /^(boundaries|boundary)$/, line: '#8b8194', width: 1, dash: [6, 4] },
];
const large = /motorway|trunk|primary|secondary|highway|major/;
const isLarge = ({ kind, kind_detail: detail, class: one }) => large.test(`${kind} ${detail} ${one}`);

// A feature's outline as it lies on the tile: points, each with its place on the canvas.
function trace(on, feature, { scale, left, top }) {
  on.beginPath();
  for (const ring of feature.loadGeometry())
    ring.forEach(({ x, y }, n) => on[n ? 'lineTo' : 'moveTo'](x * scale - left, y * scale - top));
}

function paintFeature(on, feature, coat, how) {
  const area = feature.type === 3;
  if (feature.type === 1 || (area && !coat.fill) || (!area && !coat.line)) return;
  trace(on, feature, how);
  if (area) {
    on.fillStyle = coat.fill;
    on.fill();
    return;
  }
  const wide = coat.large && isLarge(feature.properties);
  on.strokeStyle = wide ? coat.large : coat.line;
  on.lineWidth = coat.width * (wide ? 2 : 1) * Math.max(0.6, 1 + (how.z - 14) * 0.4);
  on.stroke();
}

function paint(on, tile, how) {
  on.lineCap = on.lineJoin = 'round';
  for (const coat of coats) {
    if (how.z < (coat.from ?? 0)) continue;
    on.setLineDash(coat.dash ?? []);
    for (const [name, layer] of Object.entries(tile.layers)) {
      if (!coat.layer.test(name)) continue;
      for (let n = 0; n < layer.length; ++n)
        paintFeature(on, layer.feature(n), coat, { ...how, scale: how.side / layer.extent });
    }
  }
}

const keptMax = 24;

// Fills a canvas. Nearer than the file goes, its last tiles are drawn larger, as sharp as the screen.
export function painted(file, deepest) {
  const kept = new Map();
  const read = (z, x, y) => {
    const name = `${z}/${x}/${y}`;
    const known = kept.get(name);
    if (known) return known;
    if (kept.size >= keptMax) kept.delete(kept.keys().next().value);
    const asked = file.getZxy(z, x, y).then((found) => found && new VectorTile(new PbfReader(new Uint8Array(found.data))));
    kept.set(name, asked);
    asked.catch(() => kept.delete(name));
    return asked;
  };
  return async (canvas, { x, y, z }, size) => {
    const below = Math.max(0, z - deepest);
    const parts = 2 ** below;
    const tile = await read(z - below, Math.floor(x / parts), Math.floor(y / parts));
    if (!tile) return;
    const fine = Math.min(devicePixelRatio || 1, 2);
    canvas.width = canvas.height = size * fine;
    const on = canvas.getContext('2d');
    on.scale(fine, fine);
    paint(on, tile, { z, side: size * parts, left: (x % parts) * size, top: (y % parts) * size });
  };
}
