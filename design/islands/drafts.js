// SPDX-License-Identifier: Apache-2.0
// Reports without network: what is written is kept on this device, listed, and sent when the network
// returns. The pages of filing work without this file, as long as there is a network.
import { all, change, drop, keep, read, tell, titleOf } from './kept.js';
import { sendAll } from './send.js';

const block = document.querySelector('[data-drafts]');
const words = JSON.parse(block.dataset.words);
const list = block.querySelector('[data-list]');
const said = block.querySelector('[role=status]');
const form = document.querySelector('form[data-draft]');
let edited = null;

const element = (tag, text, className = '') => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};
function press(text, about, work, kind = 'quiet') {
  const made = element('button', text, `button ${kind}`);
  made.type = 'button';
  made.append(element('span', ` ${about}`, 'unseen'));
  made.addEventListener('click', work);
  return made;
}

// A draft that a person decided upon goes on.
function decide(text, draft, more, kind) {
  return press(text, titleOf(draft), async () => {
    await change(draft.id, ['asks'], { ...more, warnings: [], state: 'waiting' });
    await show();
    await send();
  }, kind);
}

const hidden = (draft) => draft.fields.map(([field, value]) => [field, draft.hidden[field] || value]);

// What the preview of the form would have warned of.
function warnings(draft) {
  const found = element('ul', '');
  for (const { what, text } of draft.warnings) {
    const item = element('li', `${what} `);
    item.append(element('bdi', text));
    found.append(item);
  }
  const box = element('div', '');
  box.append(element('p', words.asks, 'error'), found, element('p', words.asks_text));
  return box;
}

// What may be the same problem, which nobody could be shown without network.
function near(draft) {
  const list = element('ul', '');
  for (const { title, address } of draft.near) {
    const item = element('li', '');
    const link = element('a', '');
    link.href = address;
    link.append(element('bdi', title));
    item.append(link);
    list.append(item);
  }
  const box = element('div', '');
  box.append(element('p', words.near), list);
  return box;
}

function line(draft) {
  const title = titleOf(draft) || words.untitled;
  const item = element('li', '', 'notice');
  const head = element('p', '');
  if (draft.state === 'sent') {
    const link = element('a', '');
    link.href = draft.address;
    link.append(element('bdi', title));
    head.append(link);
  } else head.append(element('bdi', title));
  const photos = words.photos.replace('{number}', draft.photos.length);
  // What was sent is no longer on this device.
  const meta = { asks: photos, sent: words.sent }[draft.state] ?? `${words[draft.state]} · ${photos}`;
  item.append(head, element('p', meta, 'meta'));
  for (const reason of draft.reasons ?? []) item.append(element('p', reason, 'error'));
  if (draft.near?.length) item.append(near(draft));
  const buttons = element('div', '', 'buttons');
  if (draft.state === 'asks') {
    item.append(warnings(draft));
    buttons.append(decide(words.hide, draft, { fields: hidden(draft) }, 'secondary'), decide(words.agree, draft, { agreed: true }, 'secondary'));
  }
  // Whether it arrived is not known while it was tried and not answered: it is sent again as it is.
  if (form && draft.state !== 'sent' && !draft.tried) buttons.append(press(words.edit, title, () => edit(draft.id), 'secondary'));
  buttons.append(press(words.drop, title, async () => {
    if (draft.state !== 'sent' && !confirm(words.drop_ask)) return;
    await drop(draft.id);
    await show();
  }));
  item.append(buttons);
  return item;
}

async function show() {
  const drafts = await all();
  await tell(words.erase_ask);
  block.hidden = !form && drafts.length === 0;
  list.replaceChildren(...drafts.map(line));
  block.querySelector('[data-send]').hidden = !drafts.some((draft) => draft.state === 'waiting');
  block.querySelector('[data-erase]').hidden = drafts.length === 0;
  block.querySelector('[data-nothing]').hidden = drafts.length > 0;
}

async function send() {
  if (!navigator.onLine) { said.textContent = words.no_network; return; }
  await sendAll(show);
  await show();
}

// A form is filled as it was, but for its photos, which stay with the draft.
async function edit(id) {
  // Nobody sends it while it is being changed.
  edited = await change(id, ['waiting', 'held', 'asks', 'refused'], { state: 'held' });
  await show();
  if (!edited) return;
  form.reset();
  form.elements.category.value = edited.fields.find(([field]) => field === 'category')?.[1] ?? '';
  questions();
  for (const control of [...form.elements].filter(({ name }) => name)) {
    const values = edited.fields.filter(([field]) => field === control.name).map(([, value]) => value);
    if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
    else if (control.type !== 'file' && values.length > 0) [control.value] = values;
  }
  form.querySelector('input, select, textarea').focus();
}

// Only the questions of the category that was chosen are asked, and sent.
function questions() {
  const chosen = form.elements.category.value;
  const asked = [...form.querySelectorAll('template')].find((one) => one.dataset.category === chosen);
  form.querySelector('[data-questions]').replaceChildren(...(asked ? [asked.content.cloneNode(true)] : []));
}

async function store(from, agreed = false) {
  navigator.storage?.persist?.();
  await keep(read(from, edited ?? undefined, agreed));
  edited = null;
  // Where the browser can, it wakes the worker when the network returns, whatever page is open then.
  navigator.serviceWorker?.ready.then(({ sync }) => sync?.register('wasl-drafts')).catch(() => {});
}

function write() {
  form.hidden = false;
  document.querySelector('[data-without]')?.remove();
  form.elements.category.addEventListener('change', questions);
  questions();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await store(form);
    form.reset();
    questions();
    said.textContent = words.stored;
    await show();
    list.querySelector('button, a')?.scrollIntoView({ block: 'center' });
    await send();
  });
}

// The ordinary form: without network its last button keeps what was typed.
function catchForm(ordinary) {
  const away = async (agreed) => {
    await store(ordinary, agreed);
    location.assign(block.dataset.offline);
  };
  ordinary.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    away(event.submitter?.value === 'send');
  });
}

// The page without network is fetched as nobody, so that no name is kept with it.
async function keepPage() {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(block.dataset.worker);
  const pages = await caches.open('wasl-pages');
  const kept = await pages.match(block.dataset.offline);
  const age = kept ? Date.now() - Date.parse(kept.headers.get('date') ?? '') : Infinity;
  if (age < 3_600_000) return;
  const fresh = await fetch(block.dataset.offline, { credentials: 'omit', cache: 'no-store' });
  if (fresh.ok && !fresh.redirected) await pages.put(block.dataset.offline, fresh);
}

if (form) write();
const ordinary = document.querySelector('form[enctype="multipart/form-data"][action$="/reports/new"]');
if (ordinary) catchForm(ordinary);
block.querySelector('[data-send]').addEventListener('click', send);
block.querySelector('[data-erase]').addEventListener('click', async () => {
  if (!confirm(words.erase_ask)) return;
  for (const draft of await all()) await drop(draft.id);
  said.textContent = words.erased;
  await show();
});
addEventListener('online', send);
navigator.serviceWorker?.addEventListener('message', ({ data }) => { if (data === 'wasl-drafts') show(); });
// A line may be there and the house not answer; what waits is tried again.
setInterval(() => { if (navigator.onLine && !document.hidden) send(); }, 60_000);
addEventListener('offline', () => { said.textContent = words.no_network; });
show().then(() => navigator.onLine && send());
keepPage().catch(() => {});
