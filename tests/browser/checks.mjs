// SPDX-License-Identifier: Apache-2.0
// What must hold on every page, whoever looks at it: accessible, one script in one language,
// nothing wider than the screen, no broken reference.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Text on an Arabic page in another script, outside what is marked as foreign (lang, dir, bdi,
// code). Returns the offending pieces.
function foreignText() {
  const marked = 'bdi, code, kbd, [dir="ltr"], [lang]:not([lang="ar"]), script, style, noscript, option[lang]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[A-Za-z\u00C0-\u024F\u2D30-\u2D7F]{2,}/.test(node.data)) continue;
    if (node.parentElement.closest(marked)) continue;
    if (node.parentElement.tagName === 'TEXTAREA') continue;
    found.push(node.data.trim().slice(0, 80));
  }
  for (const element of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]')) {
    if (element.closest(marked)) continue;
    for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
      if (/[A-Za-z]{3,}/.test(element.getAttribute(name) ?? '')) found.push(`${name}: ${element.getAttribute(name)}`);
  }
  return found;
}

function widerThanTheScreen() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 1) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
    })
    .slice(0, 5)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} +${wide}px`);
}

// Keys of messages that were shown instead of their text, and braces nobody filled in.
function unfilled() {
  const text = document.body.innerText;
  return [...text.matchAll(/\{[a-z_]+\}|\b(?:dossiers|people|procedures|directory|notices|html|http|app)\.[a-z_.]+\b/g)].map((m) => m[0]);
}

export async function checkPage(page, name) {
  const language = await page.getAttribute('html', 'lang');
  if (language === 'ar') assert.deepEqual(await page.evaluate(foreignText), [], `${name}: another script on an Arabic page`);
  assert.deepEqual(await page.evaluate(unfilled), [], `${name}: unfilled text`);
  assert.deepEqual(await page.evaluate(widerThanTheScreen), [], `${name}: wider than the screen`);
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const faults = result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  assert.deepEqual(faults, [], `${name}: axe`);
}
