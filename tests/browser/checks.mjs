// SPDX-License-Identifier: Apache-2.0
// What must hold on every page, whoever looks at it: accessible, one script in one language,
// nothing wider than the screen, no broken reference.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Text on an Arabic page in another script, outside what is marked as foreign (lang, dir, bdi,
// code). Returns the offending pieces.
function foreignText() {
  const marked = 'bdi, code, kbd, [dir="ltr"], [lang]:not([lang="ar"]), script, style, noscript, option[lang]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // What a letter holds between first-strong isolates is marked as well as text can be.
    const text = node.data.replace(/\u2068[^\u2069]*\u2069/g, '');
    if (!/[A-Za-z\u00C0-\u024F\u2D30-\u2D7F]{2,}/.test(text)) continue;
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

async function axe(page, options) {
  await page.evaluate((source) => { if (!globalThis.axe) (0, eval)(source); }, axeSource);
  const violations = await page.evaluate(async (asked) =>
    (await globalThis.axe.run(document, { resultTypes: ['violations'], ...asked })).violations
      .map((one) => ({ id: one.id, where: one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ') })),
  options);
  return violations.map((one) => `axe ${one.id}: ${one.where}`);
}

export async function wider(page) {
  return (await page.evaluate(widerThanTheScreen)).map((one) => `wider than the screen: ${one}`);
}

// All rules, at the width the page has now.
export async function faultsAtThisWidth(page) {
  return [...await wider(page), ...await axe(page, {})];
}

// By night and on paper the words are the same; what can be seen of them may not be.
const seen = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

export async function faultsByNight(page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await axe(page, seen);
  await page.emulateMedia({ colorScheme: null });
  return faults.map((one) => `by night: ${one}`);
}

// A sheet of A4 between its margins, whose width and contrast are looked at; a page that prints
// nothing of its heading is no paper.
const paperWidth = 680;

export async function faultsOnPaper(page) {
  await page.setViewportSize({ width: paperWidth, height: 960 });
  await page.emulateMedia({ media: 'print' });
  const faults = [...await wider(page), ...await axe(page, seen)];
  if (!(await page.locator('main h1').first().isVisible())) faults.push('prints no heading');
  await page.emulateMedia({ media: null });
  return faults.map((one) => `on paper: ${one}`);
}

// What is said, which is the same at every width.
export async function faultsOfPage(page) {
  const faults = [];
  if ((await page.getAttribute('html', 'lang')) === 'ar')
    for (const text of await page.evaluate(foreignText)) faults.push(`another script on an Arabic page: ${text}`);
  for (const text of await page.evaluate(unfilled)) faults.push(`unfilled: ${text}`);
  return faults;
}
