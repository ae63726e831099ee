// SPDX-License-Identifier: Apache-2.0
// Suggestions under the search field while somebody types. Every page works without this file:
// /suggest is a plain page of links, and the form sends itself.
'use strict';
for (const form of document.querySelectorAll('form[role="search"], search form, form.search')) {
  const field = form.querySelector('input[name="q"]');
  const action = new URL(form.action, location.href);
  if (!field || !/\/(procedures|suggest)$/.test(action.pathname)) continue;
  const place = document.createElement('div');
  place.className = 'suggested';
  place.setAttribute('aria-live', 'polite');
  form.append(place);
  field.autocomplete = 'off';
  let waiting = 0;
  let last = 0;
  const ask = async () => {
    const mine = ++last;
    const words = field.value.trim();
    if (words.length < 2) return place.replaceChildren();
    const address = new URL(action.pathname.replace(/procedures$/, 'suggest'), location.href);
    address.searchParams.set('part', 'list');
    address.searchParams.set('q', words);
    try {
      const answer = await fetch(address);
      const text = await answer.text();
      if (!answer.ok || mine !== last) return;
      const list = new DOMParser().parseFromString(text, 'text/html').querySelector('ul');
      place.replaceChildren(...(list && list.children.length > 0 ? [list] : []));
    } catch {
      place.replaceChildren();
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') place.replaceChildren();
  });
}

// Where a device can say where it is, a button writes it into the form.
for (const place of document.querySelectorAll('[data-position]')) {
  if (!navigator.geolocation) continue;
  const fields = place.dataset.position.split(' ').map((name) => place.closest('form').elements[name]);
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      [coords.latitude, coords.longitude].forEach((value, n) => { fields[n].value = value.toFixed(5); });
      fields[1].dispatchEvent(new Event('change'));
    }, () => fields[0].focus(), { enableHighAccuracy: true, timeout: 15000 });
  });
}

// On a device that several people use, what one of them left to be sent goes with the session;
// islands/drafts.js says whether anything waits, and how that is asked.
for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
  form.addEventListener('submit', (event) => {
    const left = JSON.parse(localStorage.getItem('wasl-drafts') ?? 'null');
    if (!left || (left.waiting > 0 && !confirm(left.question))) return;
    event.preventDefault();
    localStorage.removeItem('wasl-drafts');
    // Whoever has it open closes it (islands/kept.js); a session ends in any case.
    const ended = setTimeout(() => form.submit(), 3_000);
    const gone = indexedDB.deleteDatabase('wasl');
    gone.onsuccess = gone.onerror = () => { clearTimeout(ended); form.submit(); };
  });
}

// What is large is fetched by whoever asks for it: a button where its script will stand.
for (const opener of document.querySelectorAll('[data-opens]')) {
  opener.hidden = false;
  opener.querySelector('button').addEventListener('click', () => {
    const script = document.createElement('script');
    script.src = opener.dataset.opens;
    document.head.append(script);
    opener.remove();
  });
}
