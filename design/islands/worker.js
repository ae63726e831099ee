// SPDX-License-Identifier: Apache-2.0
// Beside the pages: it keeps the house's own styles, scripts and fonts, and one page for when there is
// no network. It keeps no other page: what a person reads is on the server alone. It sends what waits on this device where
// no page of reports does. `version` and `files` are written before this by bin/assets.
import { all } from './kept.js';
import { sendAll } from './send.js';

const shell = `wasl-shell-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shell).then((kept) => kept.addAll(files)).then(() => self.skipWaiting()));
});

// Pages of an elder house name files that are gone.
async function freshPages() {
  const pages = await caches.open('wasl-pages');
  await Promise.allSettled((await pages.keys()).map(async ({ url }) => {
    const fresh = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    if (fresh.ok) await pages.put(url, fresh);
  }));
}

async function begin() {
  await freshPages();
  for (const name of await caches.keys())
    if (name.startsWith('wasl-shell-') && name !== shell) await caches.delete(name);
  await self.clients.claim();
}
self.addEventListener('activate', (event) => { event.waitUntil(begin()); });

const offline = (language) => `/${language}/reports/offline`;

// The page without network in the reader's language, else in any that is kept.
async function withoutNetwork(url) {
  const pages = await caches.open('wasl-pages');
  const language = /^\/(ar|fr|en|zgh)(?=\/|$)/.exec(url.pathname)?.[1] ?? 'ar';
  const kept = (await pages.match(offline(language))) ?? (await pages.match((await pages.keys())[0] ?? offline('ar')));
  if (!kept) return Response.error();
  // Its own address, so that what it links to and what it is are one.
  return url.pathname.endsWith('/reports/offline') ? kept : Response.redirect(offline(language));
}

// Pages that list what waits read it again.
async function tellPages() {
  for (const page of await self.clients.matchAll()) page.postMessage('wasl-drafts');
}

// The browser says that there is a network (Background Sync); it asks again later where it was none.
self.addEventListener('sync', (event) => {
  if (event.tag !== 'wasl-drafts') return;
  event.waitUntil(sendAll(tellPages, true).then((sent) => { if (!sent) throw new Error('some wait'); }));
});

// Browsers without that: a page of this house has just come, so there is a network.
let tried = 0;
async function sendBeside() {
  if (Date.now() - tried < 5_000 || !(await all()).some((draft) => draft.state === 'waiting')) return;
  tried = Date.now();
  await sendAll(tellPages);
}

async function page(event, url) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(sendBeside().catch(() => {}));
    return answer;
  } catch {
    return withoutNetwork(url);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (files.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === 'navigate') {
    event.respondWith(page(event, url));
  }
});
