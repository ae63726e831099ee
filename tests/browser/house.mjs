// SPDX-License-Identifier: Apache-2.0
// A whole house for the browser tests: the release binary on a fresh data folder with the demo
// province in it, and Debian's Chromium.
import { spawn, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = process.env.WASL_BINARY ?? path.join(root, 'build/release/app/wasl');
export const pictures = path.join(root, 'build/screenshots');

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(url, child) {
  for (let tries = 0; tries < 600; ++tries) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`wasl ended with ${child.exitCode ?? child.signalCode}`);
    try {
      if ((await fetch(`${url}/readyz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error('wasl did not answer within 30 seconds');
}

// The program asks the machine what time it is and nothing else, so that time is moved where the
// machine keeps it: Debian's libfaketime before the very binary that runs. Only the clock on the
// wall moves; what waits waits as long as ever.
function movedBy(file) {
  const library = readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`)
    .find((one) => existsSync(one));
  if (!library) throw new Error('libfaketime is not installed: bin/packages/test.txt names it');
  return { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' };
}

// Quoted-printable or base64, the words of a letter.
export function wordsOf(letter) {
  const [head, body] = letter.split(/\r?\n\r?\n([\s\S]*)/);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return body.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (all) => Buffer.from(all.replaceAll('=', ''), 'hex').toString('utf8'));
}

// What comes by itself within seconds: a letter, what another process of the house does.
export async function until(said, look) {
  for (let tries = 0; tries < 150; ++tries) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`within 15 seconds there was no ${said}`);
}

// Starts a house: with the demo province, or with `empty` as bin/run --empty does, and then `link` is the
// first administrator's. `settings` go into its environment. With `clock`, `later(days)` moves it that far from today. `letterWith(words)` reads the mail it
// wrote (mail.url is empty, so letters are files).
export async function startHouse({ empty = false, clock = false, settings = {} } = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'wasl-browser-'));
  const port = await freePort();
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('WASL_'));
  const environment = {
    ...Object.fromEntries(ours), WASL_DATA: data, WASL_PORT: String(port), WASL_LOG_LEVEL: 'error',
    // As bin/run does for a demonstration.
    ...settings,
    ...(empty ? {} : { WASL_SITE_NAME_AR: 'إقليم بركان', WASL_SITE_NAME_FR: 'Province de Berkane', WASL_PEOPLE_OFFICER_TOTP: 'false' }),
  };
  const run = (...words) =>
    execFileSync(binary, words, { env: environment, stdio: ['ignore', 'pipe', 'inherit'], cwd: root, encoding: 'utf8' });
  let link = '';
  if (empty) {
    run('migrate', '--quiet');
    link = /http\S+first-administrator\S+/.exec(run('first-admin', '--if-needed'))[0];
  } else {
    run('seed');
  }
  const wall = path.join(data, 'wall-clock');
  const later = (days) => writeFileSync(wall, `+${days}d`);
  if (clock) later(0);
  const child = spawn(binary, ['serve'], { env: { ...environment, ...(clock ? movedBy(wall) : {}) }, stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  const letters = () => {
    const folder = path.join(data, 'letters');
    return existsSync(folder) ? readdirSync(folder).sort().map((name) => readFileSync(path.join(folder, name), 'utf8')) : [];
  };
  return {
    url,
    link,
    data,
    later,
    // What the calendar starts, now instead of within the minute; the house's own process may be at
    // some of it already, so that who waits for its effect asks `until` it is there.
    work: () => execFileSync(binary, ['jobs', '--once'], {
      env: { ...environment, ...(clock ? movedBy(wall) : {}) }, stdio: ['ignore', 'ignore', 'inherit'], cwd: root,
    }),
    // The day that lies so many days from today, where the house stands.
    day: (days) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Africa/Casablanca' }).format(Date.now() + days * 86_400_000),
    // The words of the first letter that holds these, once it is written.
    letterWith: (words) => until(`letter with «${words}»`,
      () => letters().find((one) => one.includes(words) || wordsOf(one).includes(words))).then(wordsOf),
    async stop() {
      const ended = child.signalCode !== null ? child.signalCode
        : new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
      child.kill('SIGTERM');
      const how = await ended;
      rmSync(data, { recursive: true, force: true });
      if (how !== 0) throw new Error(`wasl ended with ${how} where it was asked to end`);
    },
  };
}

// The same engine without the rest of a browser takes three quarters of the time; `whole` is asked for by what
// needs the rest: the browser that wakes a page's worker when the network returns. One that is `still` lays pages
// out and draws no frame of them, which is a third of the work: it presses nothing and takes no picture.
const shell = '/usr/bin/chromium-headless-shell';

export async function openBrowser({ whole = false, still = false } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? (!whole && existsSync(shell) ? shell : '/usr/bin/chromium'),
    args: ['--no-sandbox', '--disable-gpu', ...(still ? ['--disable-threaded-compositing'] : []), '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--font-render-hinting=none'],
  });
}

// A person with a browser of their own. Scripts are off unless asked for: every road must work so.
export async function person(browser, url, { width = 360, scripts = false, language = 'ar' } = {}) {
  const context = await browser.newContext({
    baseURL: url, javaScriptEnabled: scripts, locale: language === 'ar' ? 'ar-MA' : 'fr-MA',
    viewport: { width, height: width < 600 ? 740 : 900 }, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  return page;
}

export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}
