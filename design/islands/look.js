// SPDX-License-Identifier: Apache-2.0
// The reports of the piece that is looked at: as pins, near ones as one, and as the page's own list,
// which the server writes anew for that piece.
import { divIcon, latLngBounds, layerGroup, marker } from 'leaflet/dist/leaflet-src.esm.js';
import { asked, boxOf } from './ground.js';

const together = 56; // pixels: what stands in one such square is one pin

function icon(kind, said, size) {
  const shown = document.createElement('span');
  shown.textContent = said;
  return divIcon({ className: `pin ${kind}`, html: shown, iconSize: [size, size] });
}

function named(pin, name) {
  pin.on('add', () => {
    const element = pin.getElement();
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', name);
  });
  return pin;
}

function words(text, kind = 'p') {
  const element = document.createElement(kind);
  element.textContent = text;
  return element;
}

// In the language of the page: an address of the data names one of all.
function line(feature) {
  const said = document.createElement('div');
  const link = words('', 'a');
  link.href = `/${document.documentElement.lang}/reports/${feature.properties.number}`;
  link.append(words(feature.properties.title, 'bdi'));
  said.append(link);
  return said;
}

function card(features) {
  const said = document.createElement('div');
  said.dir = document.dir;
  said.append(...features.map(line));
  return said;
}

const placeOf = ({ geometry }) => [geometry.coordinates[1], geometry.coordinates[0]];

function clusters(map, features) {
  const squares = new Map();
  for (const feature of features) {
    const { x, y } = map.project(placeOf(feature));
    const key = `${Math.floor(x / together)} ${Math.floor(y / together)}`;
    squares.set(key, [...(squares.get(key) ?? []), feature]);
  }
  return squares.values();
}

function single(feature, { words: texts }) {
  const over = feature.properties.phase !== 'open';
  return named(marker(placeOf(feature), { icon: icon(over ? 'over' : 'open', over ? '✓' : '!', 32) }),
    `${over ? texts.over : texts.open}: ${feature.properties.title}`).bindPopup(card([feature]));
}

function several(features, { map, words: texts }) {
  const around = latLngBounds(features.map(placeOf));
  const pin = named(marker(around.getCenter(), { icon: icon('several', features.length, 40) }),
    texts.several.replace('{number}', features.length));
  // What lies in one point is no farther apart from nearer by.
  if (map.getZoom() >= map.getMaxZoom() || around.getNorthEast().equals(around.getSouthWest()))
    return pin.bindPopup(card(features.slice(0, 20)));
  return pin.on('click keypress', (event) => {
    if (event.type === 'keypress' && event.originalEvent.key !== 'Enter') return;
    map.fitBounds(around.pad(0.2), { maxZoom: 20 });
    map.getContainer().focus();
  });
}

// The page for this piece, of which the list is taken; its address is the browser's from now on.
async function list(box) {
  const address = new URL(location.href);
  address.searchParams.set('box', box);
  const text = await (await asked(address)).text();
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-found]');
  if (!fresh) return;
  history.replaceState(null, '', address);
  document.querySelector('[data-found]').replaceWith(fresh);
}

export function look(how) {
  const { island, map } = how;
  const pins = layerGroup().addTo(map);
  let features = [];
  let last = 0;
  const draw = () => {
    pins.clearLayers();
    for (const square of clusters(map, features)) pins.addLayer(square.length > 1 ? several(square, how) : single(square[0], how));
  };
  const ask = async (moved) => {
    const mine = ++last;
    const box = boxOf(map);
    const answer = await asked(island.dataset.pins, { box }).catch(() => null);
    const found = await answer?.json();
    if (!found || mine !== last) return;
    features = found.features;
    draw();
    if (moved) await list(box).catch(() => {});
  };
  // Opening a card moves the map to make room for it; what is read stays.
  const open = () => map.getPane('popupPane').hasChildNodes();
  let waiting = 0;
  map.on('zoomend', draw);
  map.on('moveend', () => {
    clearTimeout(waiting);
    if (!open()) waiting = setTimeout(ask, 250, true);
  });
  // Whoever opened a card by keyboard reads on in it, and comes back to its pin.
  map.on('popupopen', ({ popup }) => popup.getElement().querySelector('a[href]')?.focus({ preventScroll: true }));
  map.on('popupclose', ({ popup }) => (popup._source?.getElement() ?? map.getContainer()).focus({ preventScroll: true }));
  map.getContainer().addEventListener('keydown', ({ key }) => { if (key === 'Escape') map.closePopup(); });
  // The drawing of the server says the same as this map.
  document.querySelector('svg.map.reports')?.remove();
  document.querySelector('nav.turns')?.remove();
  ask(false);
}
