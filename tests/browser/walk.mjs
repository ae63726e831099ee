// SPDX-License-Identifier: Apache-2.0
// A road is walked step by step: each stands on those before it, and when one fails the rest is not
// walked. Everybody on it has a browser of their own, in Arabic, on a telephone, with scripts off.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser, person, startHouse } from './house.mjs';

export const main = (page) => page.locator('main').innerText();

export async function says(page, words) {
  const said = (text) => (words instanceof RegExp ? words.test(text) : text.includes(words));
  // A browser that is busy shows the next page after the press is over.
  if (!said(await main(page)))
    await page.locator('main', { hasText: words }).waitFor({ timeout: 5000 }).catch(() => {});
  const text = await main(page);
  assert.ok(said(text), `«${words}» is said at ${page.url()}, which says:\n${text.slice(0, 1500)}`);
}

// The text of a PDF that the page links to, fetched with the cookies of its reader.
export async function paperText(page, link) {
  const answer = await page.request.get(await page.locator(link).first().getAttribute('href'));
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'], /^application\/pdf/);
  const folder = mkdtempSync(path.join(tmpdir(), 'wasl-paper-'));
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, await answer.body());
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return text;
}

// walk(name, people, steps, house): `people` are names; each step is given all their pages and the
// house by name.
export function walk(name, people, steps, how = {}) {
  test(name, async (t) => {
    const house = await startHouse(how);
    const browser = await openBrowser();
    const there = { house };
    try {
      for (const one of people) there[one] = await person(browser, house.url);
      for (const [what, step] of steps) {
        let walked = false;
        await t.test(what, async () => {
          await step(there);
          walked = true;
        });
        if (!walked) break;
      }
    } finally {
      await browser.close();
      await house.stop();
    }
  });
}
