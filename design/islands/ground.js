// SPDX-License-Identifier: Apache-2.0
// What lies under the pins: the outlines of this house where they were loaded, the seats of its
// communes, and the ground itself where an operator gave an address of pictures or a file.
import { DomUtil, GridLayer, divIcon, geoJSON, layerGroup, marker, tileLayer } from 'leaflet/dist/leaflet-src.esm.js';

const line = { color: '#5b6b76', weight: 1.5, fillOpacity: 0.04, interactive: false };

export const boxOf = (map) => {
  const box = map.getBounds();
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((side) => side.toFixed(5)).join(',');
};

export async function asked(address, more = {}) {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

// Whose it is, said in a corner of the map: text, never marks.
function credit(source, text) {
  const said = document.createElement('bdi');
  said.textContent = text;
  source.addAttribution(said.outerHTML);
}

// A dot, and its name under it unless that would lie over another.
function seat(feature, map, taken) {
  const [lon, lat] = feature.geometry.coordinates;
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  const name = document.createElement('bdi');
  const free = taken.every((other) => Math.abs(other.x - x) > 90 || Math.abs(other.y - y) > 26);
  if (free) {
    taken.push({ x, y });
    name.textContent = feature.properties[document.documentElement.lang] || feature.properties.ar;
  }
  return marker([lat, lon], {
    icon: divIcon({ className: 'seat', html: name, iconSize: [120, 8], iconAnchor: [60, 4] }), interactive: false, keyboard: false,
    zIndexOffset: -1000,
  });
}

// Drawn again when the map has moved: the server names the outlines or the seats of the box.
function outlines({ island, map, source }) {
  const drawn = layerGroup().addTo(map);
  let last = 0;
  const draw = async () => {
    const mine = ++last;
    const answer = await asked(island.dataset.outlines, { box: boxOf(map) }).catch(() => null);
    const all = await answer?.json();
    if (!all || mine !== last) return;
    drawn.clearLayers();
    const taken = [];
    for (const feature of all.features)
      drawn.addLayer(feature.geometry.type === 'Point' ? seat(feature, map, taken) : geoJSON(feature, { style: line }));
    for (const one of new Set(all.features.map((feature) => feature.properties.source).filter(Boolean))) credit(source, one);
  };
  map.on('moveend', draw);
  return draw();
}

// The file that the house itself serves.
const Pieces = GridLayer.extend({
  createTile(at, done) {
    const { of } = this.options;
    const piece = DomUtil.create(of.tag);
    of.fill(piece, at, this.getTileSize().x).then(() => done(null, piece), (fault) => done(fault, piece));
    return piece;
  },
});

async function pictures({ island, map, source }) {
  const { tiles, tilesFile, tilesScript, tilesBy } = island.dataset;
  if (tilesBy) credit(source, tilesBy);
  if (tiles) tileLayer(tiles, { maxNativeZoom: 19, maxZoom: 21 }).addTo(map);
  if (!tilesFile) return;
  const { groundOf } = await import(tilesScript);
  const of = await groundOf(new URL(tilesFile, location.href).href);
  if (!of) return;
  new Pieces({ of, ...of.zooms }).addTo(map);
  if (of.by && !tilesBy) credit(source, of.by);
}

export async function ground(how) {
  await Promise.allSettled([pictures(how), outlines(how)]);
}
