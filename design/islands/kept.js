// SPDX-License-Identifier: Apache-2.0
// Reports that wait on this device, in the browser's own database. Nobody else reads them.
//
// `state` of one: "waiting" for the network; "held" while a person edits it; "asks", where it would
// publish what is personal and a person must say yes; "refused", with reasons; "sent".
const name = 'wasl';

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' });
    request.onsuccess = () => {
      // The end of a session deletes it, and waits for nobody's reading.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

// One act in one transaction; done when it is on the disk.
async function act(mode, work) {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const change = base.transaction('drafts', mode);
      const request = work(change.objectStore('drafts'));
      change.oncomplete = () => resolve(request.result);
      change.onabort = change.onerror = () => reject(change.error ?? request.error);
    });
  } finally {
    base.close();
  }
}

export const all = async () => (await act('readonly', (drafts) => drafts.getAll())).sort((a, b) => b.at - a.at);
export const keep = (draft) => act('readwrite', (drafts) => drafts.put(draft));
export const drop = (id) => act('readwrite', (drafts) => drafts.delete(id));

// A draft that is still there and in one of these states gets more; what was erased or taken in hand
// in the meantime stays so. Undefined where it was.
export async function change(id, states, more) {
  let made;
  await act('readwrite', (drafts) => {
    const request = drafts.get(id);
    request.onsuccess = () => {
      if (!states.includes(request.result?.state)) return;
      made = { ...request.result, ...more };
      drafts.put(made);
    };
    return request;
  });
  return made;
}

// What every page of the house knows of it: how many wait, and what is asked before they are erased
// (wasl.js, at the end of a session).
export async function tell(question) {
  const waiting = (await all()).filter((draft) => draft.state !== 'sent').length;
  localStorage.setItem('wasl-drafts', JSON.stringify({ waiting, question }));
}

const fileFields = new Set(['photos']);
const notKept = new Set(['csrf', 'once', 'then']);

// What a form holds, as it would be sent. Photos that the server has already belong to the key of
// their form (`once`), which the draft therefore takes over. Whoever sent it from the preview has
// seen its warnings.
export function read(form, draft = {}, agreed = false) {
  const fields = [];
  const photos = draft.photos ? [...draft.photos] : [];
  for (const [field, value] of new FormData(form)) {
    if (fileFields.has(field)) {
      if (value.size > 0) photos.push({ name: value.name, blob: new Blob([value], { type: value.type }) });
    } else if (!notKept.has(field) && value !== '') fields.push([field, value]);
  }
  return {
    id: crypto.randomUUID?.() ?? String(Math.random()), once: form.elements.once?.value ?? '', ...draft,
    at: Date.now(), language: document.documentElement.lang, fields, photos, agreed, state: 'waiting', reasons: [],
  };
}

export const titleOf = (draft) => draft.fields.find(([field]) => field === 'title')?.[1] ?? '';
