// SPDX-License-Identifier: Apache-2.0
// What waits is sent through the same door as every form: with the visitor's csrf of that moment, and
// with one key for all tries of one draft, so that what arrived twice is filed once.
import { all, keep } from './kept.js';

const filed = /\/reports\/(\d{4}-[^/?#]+)/;

const formOf = (draft, csrf) => {
  const form = new FormData();
  for (const [field, value] of draft.fields) form.append(field, value);
  for (const photo of draft.photos) form.append('photos', photo.blob, photo.name);
  for (const [field, value] of [['csrf', csrf], ['once', draft.once], ['offline', '1'], ['then', 'send']]) form.append(field, value);
  return form;
};

// What the page says is wrong, in the words of the house.
function reasonsIn(text) {
  const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  const found = [...(main?.querySelectorAll('.errors li') ?? [])].map((one) => one.textContent.trim());
  if (found.length > 0) return found;
  return [main?.querySelector('.lead')?.textContent.trim() || main?.querySelector('h1')?.textContent.trim() || ''];
}

// True where the next one may be tried too.
async function sendOne(draft, addresses) {
  const asked = await fetch(addresses.key, { cache: 'no-store' });
  if (!asked.ok) return false;
  const { csrf, once } = await asked.json();
  // Before it leaves: whether it arrived may never be known.
  if (!draft.once) draft.once = once;
  draft.tried = true;
  await keep(draft);
  const answer = await fetch(`/${draft.language}${addresses.post}`, { method: 'POST', body: formOf(draft, csrf) });
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return false;
  const number = filed.exec(new URL(answer.url).pathname);
  if (number) {
    await keep({ ...draft, fields: draft.fields.filter(([field]) => field === 'title'), photos: [], state: 'sent',
      number: number[1], address: answer.url.slice(location.origin.length) });
    return true;
  }
  // Refused: nothing of it was filed, so what is mended goes out under the same key.
  await keep({ ...draft, state: 'refused', tried: false, reasons: reasonsIn(await answer.text()) });
  return true;
}

// One page of this browser sends at a time. Calls `changed` after each.
export async function sendAll(addresses, changed) {
  const work = async (lock) => {
    if (!lock) return;
    for (const draft of await all()) {
      if (draft.state !== 'waiting') continue;
      let goesOn = false;
      try {
        goesOn = await sendOne(draft, addresses);
      } catch {
        // No network after all: it waits.
      }
      await changed();
      if (!goesOn) return;
    }
  };
  await navigator.locks.request('wasl-drafts', { ifAvailable: true }, work);
}
