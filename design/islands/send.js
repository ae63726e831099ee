// SPDX-License-Identifier: Apache-2.0
// What waits is sent with the visitor's csrf of that moment, and with one key for all tries of one
// draft, so that what arrived twice is filed once. By a page, or by the worker where none is open.
import { all, change, titleOf } from './kept.js';

const formOf = (draft, csrf) => {
  const form = new FormData();
  for (const [field, value] of draft.fields) form.append(field, value);
  for (const photo of draft.photos) form.append('photos', photo.blob, photo.name);
  for (const [field, value] of [['csrf', csrf], ['once', draft.once]]) form.append(field, value);
  if (draft.agreed) form.append('agreed', '1');
  return form;
};

// What is known of it after an answer; an answer of somebody between us and the house is none.
async function after(draft, answer) {
  const said = await answer.json().catch(() => null);
  if (said?.number)
    return {
      fields: [['title', titleOf(draft)]], photos: [], state: 'sent', number: said.number, address: said.address, near: said.near ?? [],
    };
  // Nothing of it was filed, so what is mended goes out under the same key.
  if (said?.warnings) return { state: 'asks', tried: false, warnings: said.warnings, hidden: said.hidden };
  if (answer.status >= 400) return { state: 'refused', tried: false, reasons: said?.refused ?? [] };
  return null;
}

// True where the next one may be tried too.
async function sendOne(draft) {
  const address = `/${draft.language}/reports/offline`;
  const asked = await fetch(`${address}/key`, { cache: 'no-store' });
  if (!asked.ok) return false;
  const { csrf, once } = await asked.json();
  // Before it leaves: whether it arrived may never be known.
  const leaving = await change(draft.id, ['waiting'], { once: draft.once || once, tried: true });
  if (!leaving) return true;
  const answer = await fetch(address, { method: 'POST', body: formOf(leaving, csrf) });
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return false;
  const known = await after(leaving, answer);
  if (known) await change(draft.id, ['waiting'], known);
  return known !== null;
}

// One at a time in this browser: who comes second leaves it to the first, or waits for its turn.
// Calls `changed` after each. False where some still wait.
export async function sendAll(changed, waits = false) {
  const work = async (lock) => {
    if (!lock) return false;
    for (const draft of await all()) {
      if (draft.state !== 'waiting') continue;
      let goesOn = false;
      try {
        goesOn = await sendOne(draft);
      } catch {
        // No network after all: it waits.
      }
      await changed();
      if (!goesOn) return false;
    }
    return true;
  };
  return navigator.locks.request('wasl-drafts', waits ? {} : { ifAvailable: true }, work);
}
