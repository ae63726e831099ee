// SPDX-License-Identifier: Apache-2.0
// Reports around one city: what everybody reads, what is said, and what programs ask, each from
// 5,000 and 105,000 of them (and 1,000,000). All houses are served at once and asked in turns, so
// that they meet the same machine. Nobody brings a cookie; each request is another report, box or
// page than the one before, and comes from another address (the limits of docs/limits.md stay on).
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cpuOf, median, round, rounds, say, wrk } from './measuring.mjs';
import { ask } from './people.mjs';
import { serve } from './server.mjs';

const seconds = 2;
const sheet = 0.8;  // height of a box to its width: nothing is added to it on the page
const verdict = (figure, limit) => (figure <= limit ? 'held' : `missed by ${round(figure / limit, 2)}×`);

function rows(data, sql) {
  const out = execFileSync('sqlite3', ['-readonly', '-separator', ' ', path.join(data, 'wasl.db'), sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return out.trim().split('\n').map((line) => line.split(' '));
}

// A script for wrk(): the addresses in turns; with `body`, each is posted to.
function inTurns(folder, name, addresses, { body = '', headers = {} } = {}) {
  const script = path.join(folder, `${name}.lua`);
  const said = Object.entries(headers).map(([key, value]) => `wrk.headers["${key}"] = "${value}"`).join('\n');
  writeFileSync(script, `local list = {\n${addresses.map((one) => `"${one}"`).join(',\n')}\n}
local n = 0
${said}
request = function()
  n = n + 1
  wrk.headers["X-Forwarded-For"] = "10." .. (math.floor(n / 65536) % 256) .. "." .. (math.floor(n / 256) % 256) .. "." .. (n % 256)
  return wrk.format("${body ? 'POST' : 'GET'}", list[n % #list + 1], nil, ${body ? `"${body}" .. n` : 'nil'})
end
`);
  return script;
}

// Boxes around reports, each with a hundred of them inside.
function boxes(data, wanted) {
  const all = rows(data, 'select lat_e6, lon_e6 from reports where is_public = 1').map(([lat, lon]) => [lat / 1e6, lon / 1e6]);
  const shrinks = Math.cos((all[0][0] * Math.PI) / 180);
  return Array.from({ length: wanted }, (_, n) => {
    const [lat, lon] = all[Math.floor((n * all.length) / wanted)];
    const distance = ([y, x]) => Math.max(Math.abs(y - lat) / sheet, Math.abs(x - lon) * shrinks);
    let reach = [];
    for (let within = 0.0002; reach.length < 101; within *= 2) reach = all.map(distance).filter((one) => one < within);
    reach.sort((a, b) => a - b);
    const half = (reach[99] + reach[100]) / 2;
    return [lon - half / shrinks, lat - half * sheet, lon + half / shrinks, lat + half * sheet].map((side) => side.toFixed(6)).join(',');
  });
}

// Everything that is asked of one house.
function questions(folder, count, data) {
  const name = (what) => `reports-${count}-${what}`;
  const numbers = rows(data, "select number from reports where is_public = 1 order by substr(number, 6) limit 500").flat();
  const around = boxes(data, 40);
  const pages = Array.from({ length: 10 }, (_, n) => n + 1);
  return {
    report: inTurns(folder, name('report'), numbers.map((one) => `/ar/reports/${one}`)),
    map: inTurns(folder, name('map'), around.map((box) => `/ar/reports/map?box=${box}`)),
    json: inTurns(folder, name('json'), around.map((box) => `/api/v1/reports.geojson?box=${box}`)),
    list: inTurns(folder, name('list'), pages.map((page) => `/open311/v2/requests.json?page_size=50&page=${page}`)),
    xml: inTurns(folder, name('xml'), ['/open311/v2/requests.xml']),
    home: inTurns(folder, name('home'), ['/ar']),
    box: around[0],
    number: numbers[0],
  };
}

// The form's last step, as a browser without scripts sends it.
async function posting(server, folder, count) {
  const form = await ask(`${server.url}/ar/reports/new/write?lat=34.92&lon=-2.32&category=pothole`);
  const cookie = form.headers['set-cookie'].map((one) => one.split(';')[0]).join('; ');
  const csrf = form.text.match(/name="csrf" value="([0-9a-f]+)"/)[1];
  const fields = new URLSearchParams({ csrf, then: 'send', lat: '34.92', lon: '-2.32', category: 'pothole', title: 'حفرة عميقة وسط الطريق', details: '' });
  return {
    cookie, csrf,
    script: inTurns(folder, `reports-${count}-post`, ['/ar/reports/new'],
      { body: fields.toString(), headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' } }),
  };
}

// What is asked must be what is meant: a figure of a refusal is none.
async function expectWhole({ server, asked, count }) {
  const page = await ask(`${server.url}/ar/reports/map?box=${asked.box}`);
  const pins = (page.text.match(/<li><a href="\/ar\/reports\/2/g) ?? []).length;
  const json = JSON.parse((await ask(`${server.url}/api/v1/reports.geojson?box=${asked.box}`)).text).features.length;
  const listed = JSON.parse((await ask(`${server.url}/open311/v2/requests.json?page_size=50`)).text).length;
  const xml = ((await ask(`${server.url}/open311/v2/requests.xml`)).text.match(/<request>/g) ?? []).length;
  const report = await ask(`${server.url}/ar/reports/${asked.number}`);
  if (Math.abs(pins - 100) > 2 || Math.abs(json - 100) > 2 || listed !== 50 || xml !== 1000 || report.status !== 200)
    throw new Error(`of ${count} reports: ${pins} pins, ${json} features, ${listed} listed, ${xml} in XML, the report ${report.status}`);
}

async function opened(folder, count) {
  // Filings stay out of the data that the next run finds.
  const data = path.join(folder, `reports-${count}-now`);
  rmSync(data, { recursive: true, force: true });
  cpSync(path.join(folder, `reports-${count}`), data, { recursive: true });
  const server = await serve(data);
  const house = { count, data, server, asked: questions(folder, count, data) };
  await expectWhole(house);
  return house;
}

// One work at every amount, in turns; the figure is that of 105,000.
async function measured(houses, work, limit, script, { packs = true } = {}) {
  const plain = houses.map(() => []);
  const packed = [];
  for (let n = 0; n <= rounds; ++n)
    for (const [k, house] of houses.entries()) {
      const done = await cpuOf(house.server, () => wrk(`${house.server.url}/`, {}, seconds, 32, script(house)));
      if (n > 0) plain[k].push(done.cpu);
      if (packs && n > 0 && house.count === 105000)
        packed.push((await cpuOf(house.server, () => wrk(`${house.server.url}/`, { 'Accept-Encoding': 'gzip' }, seconds, 32, script(house)))).cpu);
    }
  const of = (count) => {
    const k = houses.findIndex((one) => one.count === count);
    return k < 0 ? undefined : median(plain[k]);
  };
  const figure = of(105000);
  say(`${work}, of 105,000`, round(figure), `≤ ${limit} ms`,
    `${verdict(figure, limit)}; of 5,000: ${round(of(5000))}${packed.length ? `; gzip ${round(median(packed))}` : ''}`);
  if (of(1000000) === undefined) return;
  const ratio = median(plain[houses.length - 1].map((one, n) => one / plain[houses.length - 2][n]));
  say(`${work}, of 1,000,000 against 105,000`, `${round(ratio, 2)}×`, '≤ 1.2×', `${verdict(ratio, 1.2)}; ${round(of(1000000))} ms`);
}

function p99(folder, house, pace, howLong) {
  return new Promise((resolve, reject) => {
    let out = '';
    const words = [house.server.port, `/ar/reports/${house.asked.number}`, 'X-Bench: 1', pace, howLong].map(String);
    const child = spawn(path.join(folder, 'steady_load'), words, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (piece) => (out += piece));
    child.on('exit', (code) => (code === 0 ? resolve(Number(out.split(' ')[2])) : reject(new Error('steady_load failed'))));
  });
}

// The same picture with another comment in it: another content.
function commented(jpeg, text) {
  const comment = Buffer.from(`\xff\xfe\0${String.fromCharCode(text.length + 2)}${text}`, 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

// As a browser sends it, made beforehand: what it takes to make it is not the server's work, and the
// cores are the same.
async function sendPhoto(house, post, jpeg, n) {
  const line = '--photo-of-the-bench';
  const fields = Object.entries({ csrf: post.csrf, then: 'send', lat: '34.92', lon: '-2.32', category: 'pothole', title: 'حفرة' });
  const body = Buffer.concat([
    ...fields.map(([name, value]) => Buffer.from(`${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    Buffer.from(`${line}\r\nContent-Disposition: form-data; name="photos"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`),
    commented(jpeg, String(n)), Buffer.from(`\r\n${line}--\r\n`),
  ]);
  const answer = await ask(`${house.server.url}/ar/reports/new`, {
    method: 'POST', body,
    headers: { Cookie: post.cookie, 'X-Forwarded-For': `10.9.${n >> 8}.${n & 255}`, 'Content-Type': `multipart/form-data; boundary=${line.slice(2)}` },
  });
  if (answer.status !== 303) throw new Error(`a photo was answered with ${answer.status}`);
}

// Photos come in, are written to disk, decoded and made smaller, while others read.
async function photos(folder, house, post) {
  const file = path.join(folder, 'picture.jpg');
  execFileSync(path.join(folder, 'picture'), [file, '1']);
  const jpeg = readFileSync(file);
  const pace = 500;
  const quiet = [];
  const busy = [];
  let sent = 0;
  for (let n = 0; n < 3; ++n) {
    quiet.push(await p99(folder, house, pace, 4));
    let over = false;
    const sending = (async () => {
      for (; !over; await new Promise((resolve) => setTimeout(resolve, 500))) await sendPhoto(house, post, jpeg, ++sent);
    })();
    // Longer than the photos' job waits between two looks.
    busy.push(await p99(folder, house, pace, 15));
    over = true;
    await sending;
  }
  const [[made]] = rows(house.data, "select count(*) from report_photos where thumbnail <> '' and thumbnail <> sha256 and sha256 not like 'bbb%'");
  const ratio = median(busy) / median(quiet);
  say('report page, p99 by the clock while photos come in', `${round(ratio, 2)}×`, '≤ 3×',
    `${verdict(ratio, 3)}; ${round(median(busy), 2)} ms against ${round(median(quiet), 2)} at ${pace} pages a second; ${sent} photos of ${round(jpeg.length / 1e6, 1)} MB came, ${made} were made smaller meanwhile`);
}

export async function reports(folder, parts) {
  const counts = [5000, 105000, ...(parts.includes('million-reports') ? [1000000] : [])];
  const houses = [];
  for (const count of counts) houses.push(await opened(folder, count));
  const reading = (what) => (house) => house.asked[what];
  await measured(houses, 'report page', 0.2, reading('report'));
  await measured(houses, 'map page with 100 pins', 0.6, reading('map'));
  await measured(houses, 'the same box as GeoJSON', 0.4, reading('json'));
  await measured(houses, 'Open311 list of 50 as JSON', 0.3, reading('list'));
  await measured(houses, 'Open311 list of 1,000 as XML', 6, reading('xml'));
  await measured(houses, 'first page of the site', 0.1, reading('home'));
  for (const house of houses) house.post = await posting(house.server, folder, house.count);
  await measured(houses, 'post a report, no photo, durable', 0.6, (house) => house.post.script, { packs: false });
  const large = houses[1];
  await photos(folder, large, large.post);
  for (const house of houses) {
    await house.server.stop();
    rmSync(house.data, { recursive: true, force: true });
  }
}
