// SPDX-License-Identifier: Apache-2.0
// What scripts add to reports: without network two are written, with their photos, and sent once each
// when it returns; and the map, by hand and by keyboard.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { photo, signIn } from './acts.mjs';
import { faultsAtThisWidth, faultsOfPage } from './checks.mjs';
import { openBrowser, person, picture, root, startHouse, until } from './house.mjs';
import { main } from './walk.mjs';

// Asked again and again from outside: the pages' own policy evaluates no text.
const holds = (page, question, value) => until('what was waited for', () => page.evaluate(question, value).catch(() => false));
const says = (page, words) => until(`«${words}»`, async () => (await main(page).catch(() => '')).includes(words));
const lists = (page, count) => holds(page, (many) => document.querySelectorAll('[data-list] > li').length === many, count);
const saysTimes = (page, words, times) => until(`«${words}» ${times} times`,
  async () => (await main(page)).split(words).length === times + 1);

// A line to the house that can be cut: what a browser is told of being offline does not concern its
// service workers, so the line itself goes dead.
function line(url) {
  const open = new Set();
  const server = createServer((here) => {
    const there = connect(Number(new URL(url).port), '127.0.0.1');
    for (const [one, other] of [[here, there], [there, here]]) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => { open.delete(one); other.destroy(); });
      one.pipe(other);
    }
  });
  const listen = (port) => new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  let port = 0;
  return {
    url: () => `http://127.0.0.1:${port}`,
    async join() {
      await listen(port);
      ({ port } = server.address());
      return this.url();
    },
    async cut() {
      const closed = new Promise((resolve) => { server.close(resolve); });
      for (const one of open) one.destroy();
      await closed;
    },
  };
}

async function house(t, work, settings = {}) {
  const there = await startHouse({ settings });
  const browser = await openBrowser({ whole: true });
  const wire = line(there.url);
  t.after(async () => {
    await browser.close();
    await wire.cut();
    await there.stop();
  });
  const page = await person(browser, await wire.join(), { scripts: true });
  await work(page, there, {
    url: () => wire.url(),
    cut: async () => { await wire.cut(); await page.context().setOffline(true); },
    join: async () => { await wire.join(); await page.context().setOffline(false); },
  });
}

// A service worker stands over a page from its second visit on.
async function ready(page) {
  await page.goto('/ar/reports/offline');
  await holds(page, async () => Boolean(await (await caches.open('wasl-pages')).match('/ar/reports/offline')));
  await holds(page, () => navigator.serviceWorker.controller !== null);
}

async function write(page, title, category = 'lamp-out') {
  const before = await page.locator('[data-list] > li').count();
  await page.selectOption('[data-draft] [name=territory]', { label: 'بركان' });
  await page.selectOption('[data-draft] [name=category]', category);
  await page.fill('[data-draft] [name=title]', title);
  await page.setInputFiles('[data-draft] [name=photos]', [photo('أول'), photo('ثان')]);
  await page.click('[data-draft] button:not([type=button])');
  await holds(page, (count) => document.querySelectorAll('[data-list] > li').length > count, before);
}

const published = async (page, title) => {
  const found = await (await page.request.get('/api/v1/reports.geojson')).json();
  return found.features.filter(({ properties }) => properties.title === title);
};

test('without scripts the page leads to the form of the house and offers none that nobody sends', async (t) => {
  const there = await startHouse();
  t.after(() => there.stop());
  const browser = await openBrowser({ whole: true });
  t.after(() => browser.close());
  const page = await person(browser, there.url);
  await page.goto('/ar/reports/offline');
  assert.equal(await page.locator('main form').isVisible(), false);
  assert.equal(await page.locator('main a[href="/ar/reports/new"]').isVisible(), true);
});

test('reports written without network are sent when it returns, once each', async (t) => {
  await house(t, async (page, there, wire) => {
    await ready(page);
    await wire.cut();
    await t.test('whatever is asked for, the page that is kept says what can be done', async () => {
      await page.goto('/ar/reports/new');
      assert.match(page.url(), /\/ar\/reports\/offline$/);
      await says(page, 'تبقى هذه الصفحة على الجهاز');
      assert.deepEqual(await faultsOfPage(page), []);
      assert.deepEqual(await faultsAtThisWidth(page), []);
    });
    await t.test('two are written with their photos, and listed', async () => {
      await write(page, 'مصباح بلا شبكة أول');
      await write(page, 'مصباح بلا شبكة ثان');
      await says(page, 'في انتظار الشبكة');
      await says(page, 'الصور: 2');
      await picture(page, 'offline-drafts-ar-360');
      await page.reload();
      await lists(page, 2);
    });
    await t.test('the network is back: both arrive, and a second try files nothing again', async () => {
      await wire.join();
      await saysTimes(page, 'تم إرساله', 2);
      for (const title of ['مصباح بلا شبكة أول', 'مصباح بلا شبكة ثان'])
        await until('published report', async () => (await published(page, title)).length === 1);
      // Neither could be shown what is near; each is told now, and one of them is the other.
      await says(page, 'قريبة من هذا المكان وفي نفس الموضوع');
      assert.equal(await page.locator('[data-list] li li a', { hasText: 'مصباح بلا شبكة' }).count(), 1);
      assert.deepEqual(await faultsOfPage(page), []);
      assert.deepEqual(await faultsAtThisWidth(page), []);
      await picture(page, 'offline-near-ar-360');
      const [{ properties }] = await published(page, 'مصباح بلا شبكة أول');
      await until('photo', async () => {
        there.work();
        return (await (await page.request.get(`/ar/reports/${properties.number}`)).text()).includes('/small');
      });
    });
    await t.test('an answer that was lost on the way doubles nothing', async () => {
      let lost = 0;
      await page.route('**/ar/reports/offline', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        await route.fetch();
        await route.abort();
        ++lost;
        return page.unroute('**/ar/reports/offline');
      });
      await write(page, 'مصباح ضاع جوابه');
      await until('answer that was lost', () => lost > 0);
      assert.equal((await published(page, 'مصباح ضاع جوابه')).length, 1, 'it arrived');
      // By the person, unless the browser's own waking of the worker was faster.
      await page.click('[data-send]', { timeout: 2000 }).catch(() => {});
      await saysTimes(page, 'تم إرساله', 3);
      assert.equal((await published(page, 'مصباح ضاع جوابه')).length, 1);
    });
    await t.test('what is refused comes back with its reason, whole', async () => {
      // This subject asks for a name or an address, and none was given.
      await write(page, 'مشكل بلا صاحب', 'other-matter');
      await says(page, 'لم يقبل، وبقي محفوظا لتصحيحه');
      assert.ok((await page.locator('[data-list] .error').innerText()).length > 10, 'the reason is told');
      await page.locator('[data-list] button', { hasText: 'تعديل' }).click();
      await holds(page, (title) => document.querySelector('[data-draft] [name=title]').value === title, 'مشكل بلا صاحب');
      await page.fill('[data-draft] [name=contact]', 'owner@example.ma');
      await page.click('[data-draft] button:not([type=button])');
      await saysTimes(page, 'تم إرساله', 4);
    });
    await t.test('what would publish personal data waits for a yes, hidden or as it is', async () => {
      await write(page, 'مصباح معطل، اتصلوا بي 0612345678');
      await says(page, 'في النص معلومات شخصية ستنشر');
      assert.ok((await main(page)).includes('رقم هاتف'), 'it says what');
      assert.deepEqual(await faultsOfPage(page), []);
      assert.deepEqual(await faultsAtThisWidth(page), []);
      await picture(page, 'offline-asks-ar-360');
      assert.equal((await published(page, 'مصباح معطل، اتصلوا بي 0612345678')).length, 0);
      await page.locator('[data-list] button', { hasText: 'حجب هذه المعلومات' }).click();
      await saysTimes(page, 'تم إرساله', 5);
      assert.equal((await published(page, 'مصباح معطل، اتصلوا بي ••••••••')).length, 1);
      await write(page, 'سيارة متروكة، صاحبها owner@example.ma');
      await page.locator('[data-list] button', { hasText: 'الإرسال كما هو' }).click();
      await saysTimes(page, 'تم إرساله', 6);
    });
    await t.test('no page of reports is open: the browser wakes the worker, or any page of the house does', async () => {
      const devtools = await page.context().newCDPSession(page);
      let registration = '';
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => { registration = one?.registrationId ?? registration; });
      await devtools.send('ServiceWorker.enable');
      for (const [title, wakes] of [
        ['مصباح أرسل في الخلفية', () => devtools.send('ServiceWorker.dispatchSyncEvent', {
          origin: new URL(wire.url()).origin, registrationId: registration, tag: 'wasl-drafts', lastChance: false,
        })],
        ['مصباح أرسلته صفحة أخرى', () => page.goto(`${wire.url()}/ar/procedures`)],
      ]) {
        await page.goto('/ar/reports/offline');
        await holds(page, () => navigator.serviceWorker.controller !== null);
        await wire.cut();
        await write(page, title);
        assert.deepEqual(await page.evaluate(async () => (await navigator.serviceWorker.ready).sync.getTags()), ['wasl-drafts']);
        await page.goto('about:blank');
        await wire.join();
        assert.equal((await published(page, title)).length, 0, 'nobody sends it yet');
        // A browser wakes it again where the line was not there yet; so does each page.
        await until('report that no page of reports sent', async () => {
          await wakes();
          return (await published(page, title)).length === 1;
        });
      }
    });
    await t.test('nothing but this page and the files of the house is kept', async () => {
      await page.goto('/ar/reports');
      const kept = await page.evaluate(async () => {
        const found = [];
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
        return found;
      });
      for (const one of kept) assert.match(one, /^\/assets\/|^\/(ar|fr|en)\/reports\/offline$/);
    });
    await t.test('the end of a session takes it all away', async () => {
      await signIn(page, 'fatima@demo.example');
      await page.goto('/ar/reports/offline');
      await lists(page, 8);
      await page.click('form[action$="/sign-out"] button');
      // What was kept is erased first, then the form goes; a page that is left earlier ends nothing.
      await holds(page, () => document.querySelector('form[action$="/sign-out"]') === null);
      await page.goto('/ar/reports/offline');
      await says(page, 'لا يوجد إشعار محفوظ على هذا الجهاز');
    });
  });
});

// A .pmtiles file (version 3) with one tile for the whole earth.
function tilesFile(kind, tile, metadata = {}) {
  const root = Buffer.from([1, 0, 1, tile.length & 0x7f | (tile.length > 127 ? 0x80 : 0), ...(tile.length > 127 ? [tile.length >> 7] : []), 1]);
  const said = Buffer.from(JSON.stringify(metadata));
  const head = Buffer.alloc(127);
  head.write('PMTiles', 0, 'latin1');
  head.writeUInt8(3, 7);
  const after = 127 + root.length + said.length;
  const lengths = [[127, root.length], [127 + root.length, said.length], [after, 0], [after, tile.length], [1, 1]];
  lengths.flat().forEach((value, n) => head.writeBigUInt64LE(BigInt(value), 8 + 8 * n));
  head.writeBigUInt64LE(1n, 88);
  Buffer.from([1, 1, 1, kind, 0, 0]).copy(head, 96);
  [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((value, n) => head.writeInt32LE(value, 102 + 4 * n));
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'wasl-tiles-')), 'ground.pmtiles');
  writeFileSync(file, Buffer.concat([head, root, said, tile]));
  return file;
}
const onePicture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// Water over all of a tile, as the Mapbox Vector Tile specification 2.1 writes it: a field is its number
// and kind, then its length; a ring is moved to, drawn by differences (zigzag) and closed.
function oneVector() {
  const field = (number, bytes) => Buffer.from([number << 3 | 2, bytes.length, ...bytes]);
  const zigzag = (value) => {
    const bytes = [];
    for (let rest = value < 0 ? -2 * value - 1 : 2 * value; ; rest >>= 7) {
      bytes.push(rest > 127 ? rest & 0x7f | 0x80 : rest);
      if (rest <= 127) return bytes;
    }
  };
  const [moveTo, lineToThree, close] = [9, 26, 15];
  const ring = [moveTo, ...zigzag(0), ...zigzag(0), lineToThree,
    ...zigzag(4096), ...zigzag(0), ...zigzag(0), ...zigzag(4096), ...zigzag(-4096), ...zigzag(0), close];
  const polygon = [3 << 3, 3, ...field(4, ring)];
  const version = [15 << 3, 2];
  return field(3, [...version, ...field(1, Buffer.from('water')), ...field(2, polygon)]);
}

test('the ground comes out of one file of the house, or from the host that was named', async (t) => {
  for (const [name, settings, seen] of [
    ['pictures', { WASL_MAP_TILES_FILE: tilesFile(2, onePicture) }, 'img[src^="data:image/png"]'],
    ['vectors', { WASL_MAP_TILES_FILE: tilesFile(1, oneVector(), { attribution: '<a href="https://x.example">ارض تجريبية</a>' }) }, 'canvas.leaflet-tile-loaded'],
    ['host', { WASL_MAP_TILES_URL: 'http://127.0.0.1:9/{z}/{x}/{y}.png', WASL_MAP_TILES_BY: 'صور تجريبية' }, 'img[src^="http://127.0.0.1:9/"]'],
  ]) await t.test(name, async (each) => {
    await house(each, async (page) => {
      const answer = await page.goto('/ar/reports/map');
      assert.equal(answer.headers()['content-security-policy'].includes('http://127.0.0.1:9;'), name === 'host');
      await page.waitForSelector(`.leaflet-tile-pane ${seen}`, { state: 'attached' });
      if (name === 'host') await says(page, 'صور تجريبية');
      if (name !== 'vectors') return;
      // Far nearer than the file goes, the one tile is drawn on.
      const colour = await page.evaluate(() => [...document.querySelector('canvas.leaflet-tile-loaded')
        .getContext('2d').getImageData(100, 100, 1, 1).data]);
      assert.deepEqual(colour, [0xbc, 0xd7, 0xe6, 255]);
      await says(page, 'ارض تجريبية');
      assert.equal(await page.locator('.leaflet-control-attribution a').count(), 0, 'text, not marks of the file');
      assert.deepEqual(await faultsOfPage(page), []);
      await picture(page, 'map-vectors-ar');
    }, settings);
  });
});

test('the map shows the same as its list, and points at places', async (t) => {
  await house(t, async (page) => {
    await t.test('it is light', () => {
      const assets = path.join(root, 'build/assets');
      const packed = readdirSync(assets).filter((name) => /^(map|tiles)\..*\.gz$/.test(name));
      assert.equal(packed.length, 3);
      const bytes = packed.reduce((sum, name) => sum + statSync(path.join(assets, name)).size, 0);
      assert.ok(bytes <= 60 * 1024, `${bytes} bytes`);
    });
    await t.test('pins, near ones as one, and a keyboard', async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto('/ar/reports/map');
      await page.waitForSelector('[data-map][data-ready=yes]');
      await page.waitForSelector('.pin');
      assert.equal(await page.locator('svg.map').count(), 0, 'one map');
      assert.deepEqual(await faultsOfPage(page), []);
      await picture(page, 'map-island-ar-1280');
      const before = await page.locator('[data-found] li').count();
      assert.ok(before > 5);
      // Nearer by, until one report stands alone.
      const several = page.locator('.pin.several').first();
      await several.focus();
      await page.keyboard.press('Enter');
      await holds(page, () => new URL(location.href).searchParams.has('box'));
      await page.locator('.wasl-map').focus();
      for (let step = 0; step < 6 && !(await page.locator('.pin:not(.several)').count()); ++step) {
        await page.keyboard.press('+');
        await page.waitForTimeout(400);
      }
      const alone = page.locator('.pin:not(.several)').first();
      await alone.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.leaflet-popup a[href*="/ar/reports/"]');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.leaflet-popup', { state: 'detached' });
    });
    await t.test('a place is pointed at by hand, and by keyboard', async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto('/ar/reports/new');
      await page.click('[data-opens] button');
      await page.waitForSelector('[data-map=choose][data-ready=yes]');
      await picture(page, 'map-choose-ar-360');
      const box = await page.locator('.wasl-map').boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await says(page, 'الجماعة المقترحة');
      const first = await page.inputValue('[name=lat]');
      assert.match(first, /^3[45]\.\d{5}$/);
      await page.locator('.wasl-map').focus();
      await page.keyboard.press('ArrowUp');
      await page.waitForTimeout(500);
      await page.click('.island button.secondary');
      await holds(page, (lat) => document.querySelector('[name=lat]').value !== lat, first);
      assert.ok(Number(await page.inputValue('[name=lat]')) > Number(first), 'north of it');
      assert.deepEqual(await faultsOfPage(page), []);
      assert.deepEqual(await faultsAtThisWidth(page), []);
      await page.click('main form[action$="/reports/new/category"] button:not([type=button])');
      assert.match(page.url(), /category/);
      await says(page, 'ما نوع المشكل');
    });
  });
});
