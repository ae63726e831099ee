// SPDX-License-Identifier: Apache-2.0
// A place is pointed at: by a tap, or by moving the map under its middle and pressing a button, which
// is how a keyboard does it. The form's own fields are what counts.
import { divIcon, marker } from 'leaflet/dist/leaflet-src.esm.js';
import { asked } from './ground.js';

export function choose({ island, map, words, place }) {
  place.classList.add('choosing');
  const { elements } = island.closest('form');
  const [lat, lon, territory] = ['lat', 'lon', 'territory'].map((name) => elements[name]);
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const middle = document.createElement('button');
  middle.type = 'button';
  middle.className = 'button secondary';
  middle.textContent = words.middle;
  island.append(middle, said);
  let pin = null;
  const mark = (at) => {
    pin ??= marker(at, {
      icon: divIcon({ className: 'pin chosen', html: '', iconSize: [24, 24] }), keyboard: false, interactive: false,
    }).addTo(map);
    pin.setLatLng(at);
  };
  // The commune is proposed; whoever knows better chooses another.
  const propose = async (at) => {
    const answer = await asked(island.dataset.commune, { lat: at.lat.toFixed(5), lon: at.lng.toFixed(5) }).catch(() => null);
    const found = await answer?.json();
    if (!found || lat.value !== at.lat.toFixed(5)) return;
    if (!found.proposed) { said.textContent = words.nowhere; return; }
    const { id, ar, fr } = found.proposed;
    const name = document.documentElement.lang === 'ar' ? ar : fr || ar;
    if (territory instanceof HTMLSelectElement) {
      if (![...territory.options].some((one) => one.value === id)) territory.add(new Option(name, id));
      // At an edge nothing is decided for anybody: the next page asks.
      territory.value = found.near_boundary && found.others.length > 0 ? '' : id;
    }
    said.textContent = (found.near_boundary && found.others.length > 0 ? words.boundary : words.chosen).replace('{commune}', name);
  };
  const chosen = (at) => {
    lat.value = at.lat.toFixed(5);
    lon.value = at.lng.toFixed(5);
    mark(at);
    said.textContent = words.chosen_point;
    propose(at);
  };
  map.on('click', ({ latlng }) => chosen(latlng.wrap()));
  middle.addEventListener('click', () => chosen(map.getCenter().wrap()));
  // What the device or a hand wrote is shown too.
  const written = () => {
    const at = { lat: Number(lat.value), lng: Number(lon.value) };
    if (!lat.value || !lon.value || !Number.isFinite(at.lat) || !Number.isFinite(at.lng)) return;
    mark(at);
    map.setView(at, Math.max(map.getZoom(), 16));
    propose(at);
  };
  for (const field of [lat, lon]) field.addEventListener('change', written);
  written();
}
