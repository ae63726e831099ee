// SPDX-License-Identifier: Apache-2.0
// The map where scripts run: to look at reports, and to point at a place. Everything it says stands
// on the page as a list or as fields too, which is what remains without this file.
import { control, latLngBounds, map as leaflet } from 'leaflet/dist/leaflet-src.esm.js';
import { ground } from './ground.js';
import { look } from './look.js';
import { choose } from './choose.js';

// "west,south,east,north", as addresses carry it.
const boundsOf = (text) => {
  const [west, south, east, north] = text.split(',').map(Number);
  return latLngBounds([south, west], [north, east]);
};

function styled(island) {
  return new Promise((resolve) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = island.dataset.style;
    sheet.onload = sheet.onerror = resolve;
    document.head.append(sheet);
  });
}

async function begin(island) {
  const words = JSON.parse(island.dataset.words);
  const place = document.createElement('div');
  place.className = 'wasl-map';
  // Positions are counted from the left, whatever the language; what is written finds its own way.
  place.dir = 'ltr';
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', words.map);
  await styled(island);
  island.append(place);
  island.hidden = false;
  const from = document.dir === 'rtl' ? 'topright' : 'topleft';
  const map = leaflet(place, {
    zoomControl: false, attributionControl: false, minZoom: 4, maxZoom: 21, fadeAnimation: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  control.zoom({ position: from, zoomInTitle: words.closer, zoomOutTitle: words.farther }).addTo(map);
  const source = control.attribution({ position: document.dir === 'rtl' ? 'bottomleft' : 'bottomright', prefix: false }).addTo(map);
  map.fitBounds(boundsOf(island.dataset.box));
  // A piece of the page that was closed has no size until it is opened.
  new ResizeObserver(() => map.invalidateSize()).observe(place);
  const how = { island, map, words, place, source };
  if (island.dataset.map === 'choose') {
    choose(how);
    place.focus();
  } else look(how);
  await ground(how);
  island.dataset.ready = 'yes';
}

for (const island of document.querySelectorAll('[data-map]'))
  begin(island).catch(() => { island.hidden = true; });
