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

// What is touched is 44 pixels high and wide at least (WCAG 2.5.5), but for links within a sentence; a
// word that stands alone is as wide as it is.
function smallTargets() {
  const least = 43.5;
  const ours = 'a[href], button, summary, select, textarea, input:not([type=hidden])';
  // Where a finger may fall: a card is one target, so is a box with its label.
  const target = (element) => {
    if (element.matches('[type=checkbox], [type=radio]')) return element.closest('.choice') ?? element.closest('label') ?? element;
    return (element.matches('a') && element.closest('.card')) || element;
  };
  const inSentence = (element) => {
    if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, td, th, dt, figcaption, caption')?.innerText ?? '';
    return around.replace(/[\s·،,:—()-]+/g, '').length > element.innerText.replace(/[\s·،,:—()-]+/g, '').length + 8;
  };
  const found = [];
  for (const element of document.querySelectorAll(ours)) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.disabled) continue;
    const own = element.getBoundingClientRect();
    if (own.width <= 1 || own.height <= 1 || own.bottom < 0 || inSentence(element)) continue;
    const box = target(element).getBoundingClientRect();
    const word = element.matches('a') && getComputedStyle(element).display === 'inline';
    if (box.height >= least && box.width >= (word ? 24 : least)) continue;
    found.push(`${element.tagName.toLowerCase()}.${element.className} ${Math.round(box.width)}×${Math.round(box.height)} «${
      (element.innerText || element.name || '').trim().slice(0, 30)}»`);
  }
  return [...new Set(found)].slice(0, 8);
}

// Arabic on a page in another language, outside what is marked as such.
function unmarkedArabic() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/[\u0621-\u064A]{3,}/.test(node.data.replace(/\u2068[^\u2069]*\u2069/g, '')) &&
        !node.parentElement.closest('[lang=ar], [dir=auto], bdi, script, style, textarea'))
      found.push(node.data.trim().slice(0, 60));
  return found.slice(0, 5);
}

// Keys of messages that were shown instead of their text, and braces nobody filled in.
function unfilled() {
  const text = document.body.innerText;
  return [...text.matchAll(/\{[a-z_]+\}|\b(?:dossiers|people|procedures|reports|directory|notices|html|http|app)\.[a-z_.]+\b/g)].map((m) => m[0]);
}

// Pages that have axe in them: the one that is shown, and from then on each that follows, which read it once.
const withAxe = new WeakSet();

async function bringAxe(page) {
  if (withAxe.has(page)) return;
  withAxe.add(page);
  await page.addInitScript({ content: axeSource });
  await page.evaluate((source) => { (0, eval)(source); }, axeSource);
}

async function axe(page, options) {
  await bringAxe(page);
  const violations = await page.evaluate(async (asked) =>
    // Nothing of ours plays by itself, so that nothing is loaded once more to find out how long.
    (await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false, ...asked })).violations
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

function showsHeading() {
  return document.querySelector('main h1')?.checkVisibility({ visibilityProperty: true }) ?? false;
}

export async function faultsOnPaper(page) {
  await page.setViewportSize({ width: paperWidth, height: 960 });
  await page.emulateMedia({ media: 'print' });
  const faults = [...await wider(page), ...await axe(page, seen)];
  if (!(await page.evaluate(showsHeading))) faults.push('prints no heading');
  await page.emulateMedia({ media: null });
  return faults.map((one) => `on paper: ${one}`);
}

// On a telephone.
export async function targets(page) {
  return (await page.evaluate(smallTargets)).map((one) => `too small to touch: ${one}`);
}

export async function languageOf(page) {
  return page.evaluate(() => document.documentElement.lang);
}

// What is said, which is the same at every width.
export async function faultsOfPage(page) {
  const faults = [];
  if ((await languageOf(page)) === 'ar')
    for (const text of await page.evaluate(foreignText)) faults.push(`another script on an Arabic page: ${text}`);
  else for (const text of await page.evaluate(unmarkedArabic)) faults.push(`unmarked Arabic: ${text}`);
  for (const text of await page.evaluate(unfilled)) faults.push(`unfilled: ${text}`);
  return faults;
}
