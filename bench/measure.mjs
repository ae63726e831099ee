// SPDX-License-Identifier: Apache-2.0
// The figures of issue 2 section 6: CPU-ms a request of all server processes, medians of rounds
// that alternate; ratios against nginx and against bare SQLite in the same run.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { cpuOf, figureTable, median, page, rewritten, round, rounds, say, wrk } from './measuring.mjs';
import { bank } from './bank.mjs';
import { judging } from './judging.mjs';
import { registry } from './registry.mjs';
import { reports } from './reports.mjs';
import { cpuMilliseconds, cpuOfChildren, freePort, memoryMegabytes, serve } from './server.mjs';
import { ask, fileOne, filingBody, signIn } from './people.mjs';
import { startPostgres } from './postgres.mjs';

const [folder, ...parts] = process.argv.slice(2); // usual, registry, reports, bank, judging, million, million-reports, postgres

function fetchBytes(address, headers) {
  return new Promise((resolve) => http.get(address, { headers }, (answer) => {
    const pieces = [];
    answer.on('data', (piece) => pieces.push(piece));
    answer.on('end', () => resolve(Buffer.concat(pieces)));
  }));
}

async function againstNginx(server, address) {
  const home = mkdtempSync('/tmp/wasl-nginx-');
  mkdirSync(path.join(home, 'www'));
  writeFileSync(path.join(home, 'www/page.html'), await fetchBytes(server.url + address, {}));
  const port = await freePort();
  writeFileSync(path.join(home, 'nginx.conf'), `worker_processes 2; daemon off; pid ${home}/pid; error_log ${home}/log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=16 inactive=60s; keepalive_requests 1000000; types { text/html html; } charset utf-8;
server { listen 127.0.0.1:${port}; root ${home}/www; } }`);
  execFileSync('chmod', ['-R', 'a+rX', home]);
  const nginx = spawn('nginx', ['-c', `${home}/nginx.conf`], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  // The page as it is kept for everybody, and as it is made for a visitor who brings a cookie.
  const rows = { kept: [], made: [], nginx: [] };
  const made = { Cookie: 'wasl_visit=bench' };
  for (let n = 0; n < rounds; ++n) {
    rows.kept.push(await load(() => cpuMilliseconds(server.pid), server.url + address));
    rows.made.push(await load(() => cpuMilliseconds(server.pid), server.url + address, made));
    rows.nginx.push(await load(() => cpuOfChildren(nginx.pid), `http://127.0.0.1:${port}/page.html`));
  }
  nginx.kill('SIGTERM');
  rmSync(home, { recursive: true, force: true });
  const of = (name, figure) => median(rows[name].map((row) => row[figure]));
  const against = (name) => median(rows[name].map((row, n) => row.each / rows.nginx[n].each));
  for (const [name, limit] of [['kept', '≥ 50 %'], ['made', 'for comparison']])
    say(`procedure page as ${name} against nginx, a second`, `${round(100 * against(name), 0)} %`, limit,
      `${round(of(name, 'each'), 0)} against ${round(of('nginx', 'each'), 0)}; CPU-ms ${round(of(name, 'cpu'))} against ${round(of('nginx', 'cpu'))}, beside ${round(of(name, 'load'))} and ${round(of('nginx', 'load'))} of the load generator`);
}

async function load(cpu, url, headers = {}) {
  const before = cpu();
  const run = await wrk(url, headers, 3, 64);
  return { ...run, cpu: (cpu() - before) / run.done };
}

// bench/filing_load: one thread of C++ that does nothing but send and wait.
async function loadFilings(server, data, { seconds, document, connections = 64, commits = () => commitsOf(data) }) {
  const body = path.join(folder, 'body.json');
  writeFileSync(body, JSON.stringify(await filingBody(server, document > 0)));
  const before = commits();
  const out = await run('filing_load', server.port, path.join(data, 'bench-tokens.txt'), body, connections, seconds, document);
  const [done, took] = out.split(' ').map(Number);
  return { done, each: done / took, batch: done / (commits() - before) };
}

function run(program, ...words) {
  return new Promise((resolve, reject) => {
    let out = '';
    const child = spawn(path.join(folder, program), words.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (piece) => (out += piece));
    child.on('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`${program} ended with ${code}`))));
  });
}

// SQLite counts the transactions of a log in the third word of its index.
function commitsOf(data) {
  return readFileSync(path.join(data, 'wasl.db-shm')).readUInt32LE(8);
}

async function filing(server, data) {
  await loadFilings(server, data, { seconds: 1, document: 0 });
  const figures = [];
  for (let n = 0; n < rounds; ++n) figures.push((await cpuOf(server, () => loadFilings(server, data, { seconds: 3, document: 64 * 1024 }))).cpu);
  const figure = median(figures);
  say('file a dossier with a 64 KB document, durable', round(figure), '≤ 1.0 ms', figure <= 1 ? 'held' : `missed by ${round(figure, 2)}×`);
  await againstBare(server, data);
}

// The bare program writes all rows that a filing writes and changes, in batches of the size that
// the house reached in the same round, into a copy of the same database.
async function againstBare(server, data) {
  const ours = [];
  const bare = [];
  for (let n = 0; n < rounds; ++n) {
    let filed;
    const { cpu } = await cpuOf(server, async () => (filed = await loadFilings(server, data, { seconds: 3, document: 0 })));
    ours.push({ each: filed.each, cpu, batch: Math.max(1, Math.round(filed.batch)) });
    const copy = path.join(folder, 'bare.db');
    execFileSync('sqlite3', [path.join(data, 'wasl.db'), `.backup ${copy}`]);
    const [each, spent, rows] = (await run('bare_inserts', copy, ours.at(-1).batch, 3)).split(' ').map(Number);
    bare.push({ each, cpu: spent, rows });
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
  const of = (lines, what) => median(lines.map((line) => line[what]));
  const ratio = median(ours.map((line, n) => line.each / bare[n].each));
  const cpu = median(ours.map((line, n) => bare[n].cpu / line.cpu));
  say('durable filings against bare SQLite, a second', `${round(100 * ratio, 0)} %`, '≥ 50 %',
    `${round(of(ours, 'each'), 0)} against ${round(of(bare, 'each'), 0)} (the same ${bare[0].rows} rows, batches of ${of(ours, 'batch')})`);
  say('the same in CPU time of all threads', `${round(100 * cpu, 0)} %`, '',
    `${round(of(ours, 'cpu'))} against ${round(of(bare, 'cpu'))} ms a filing`);
}

const procedure = '/ar/procedures/building-permit';
const search = `/ar/procedures?q=${encodeURIComponent('رخصة')}`;
const visitor = { Cookie: 'wasl_visit=bench' }; // pages are made for him, not kept

async function usual() {
  const data = path.join(folder, 'now');
  rmSync(data, { recursive: true, force: true });
  cpSync(path.join(folder, 'small'), data, { recursive: true });
  const server = await serve(data);
  const officer = await signIn(server, 'officer');
  const filed = await fileOne(server, data);
  await page(server, 'procedure page, made for one visitor', procedure, 0.08, visitor);
  await page(server, 'procedure page, kept for everybody', procedure, 0.08);
  await page(server, 'search, one Arabic word', search, 0.15, visitor, rewritten(search, folder));
  await page(server, 'first page of the site, made for one visitor', '/ar', 0.08, visitor);
  await page(server, 'dossier page, signed in (as its officer)', `/ar/desk/${filed.number}`, 0.2, { Cookie: officer.cookie });
  await page(server, 'officer\'s queue, 25 of 20,000', '/ar/desk', 0.3, { Cookie: officer.cookie });
  await filing(server, data);
  await againstNginx(server, procedure);
  // What a rush leaves free is given back every ten seconds.
  const atOnce = memoryMegabytes(server.pid);
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  const memory = memoryMegabytes(server.pid);
  say('memory after the run (own pages), twelve seconds later', `${round(memory.own, 1)} MB`, '≤ 60 MB',
    `${round(atOnce.own, 1)} at once; with mapped files ${round(memory.all, 1)} MB`);
  await server.stop();
}

// The same page of the queue from both amounts, in turns, so that both meet the same machine.
async function million() {
  const houses = [];
  for (const data of ['small', 'large']) {
    const starts = [];
    for (let n = 0; n < rounds; ++n) {
      const server = await serve(path.join(folder, data));
      starts.push({ took: server.startedIn, cpu: server.cpu(), memory: memoryMegabytes(server.pid).own });
      if (n + 1 < rounds) await server.stop();
      else {
        const { cookie } = await signIn(server, 'officer');
        const asked = process.hrtime.bigint();
        await ask(`${server.url}/ar/desk`, { headers: { Cookie: cookie } });
        houses.push({ server, starts, cookie, cpu: [], first: Number(process.hrtime.bigint() - asked) / 1e6 });
      }
    }
  }
  const of = (house, what) => median(house.starts.map((one) => one[what]));
  const [small, large] = houses;
  say('start with 1,000,000 dossiers', `${round(of(large, 'took'), 0)} ms`, '≤ 500 ms',
    `${round(of(large, 'cpu'), 0)} CPU-ms; with 20,000: ${round(of(small, 'took'), 0)} ms, ${round(of(small, 'cpu'), 0)} CPU-ms`);
  say('first page of the desk after a start', `${round(large.first, 0)} ms`, '', `with 20,000: ${round(small.first, 0)} ms`);
  await afterStart(path.join(folder, 'large'));
  for (let n = 0; n <= rounds; ++n)
    for (const { server, cookie, cpu } of houses) {
      const done = await cpuOf(server, () => wrk(`${server.url}/ar/desk`, { Cookie: cookie }, 2));
      if (n > 0) cpu.push(done.cpu);
    }
  const ratio = median(large.cpu.map((one, n) => one / small.cpu[n]));
  say('officer\'s queue, 25 of 1,000,000 against 20,000', `${round(ratio, 2)}×`, '≤ 1.5×',
    `${round(median(large.cpu))} against ${round(median(small.cpu))} ms`);
  const own = houses.map(({ server }) => memoryMegabytes(server.pid).own);
  say('memory with 1,000,000 dossiers, after the queue', `${round(own[1], 1)} MB`, '≤ 60 MB', `with 20,000: ${round(own[0], 1)} MB`);
  for (const { server } of houses) await server.stop();
}

// Who comes first, at the moment when the house says that it is ready.
async function afterStart(data) {
  for (const [work, address] of [['procedure page', procedure], ['search', search]]) {
    const took = [];
    const cpu = [];
    for (let n = 0; n < rounds; ++n) {
      const server = await serve(data);
      const asked = process.hrtime.bigint();
      await ask(server.url + address, {});
      took.push(Number(process.hrtime.bigint() - asked) / 1e6);
      cpu.push(server.cpu());
      await server.stop();
    }
    say(`first ${work} after a start, 4,000 sheets`, `${round(median(took), 0)} ms`, '',
      `${round(median(cpu), 0)} CPU-ms since the start, what is prepared meanwhile included`);
  }
}

// The queue and the filings with PostgreSQL: what its processes take counts too.
async function postgres() {
  const engine = startPostgres();
  const data = path.join(folder, 'postgres');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  const env = { WASL_DATABASE: engine.url };
  const wasl = (...words) => execFileSync('build/release/app/wasl', words, { env: { ...process.env, ...env, WASL_DATA: data }, stdio: 'ignore' });
  wasl('migrate', '--quiet');
  wasl('seed', '--once');
  wasl('bench-data', '--dossiers', '20000', '--procedures', '4000');
  const own = await serve(data, env);
  const both = { ...own, cpu: () => own.cpu() + engine.cpu() };
  const officer = await signIn(own, 'officer');
  await ask(`${own.url}/ar/desk`, { headers: { Cookie: officer.cookie } });
  const measured = async (work, limit, run) => {
    await run();
    const figures = [];
    for (let n = 0; n < rounds; ++n) {
      const before = own.cpu();
      const found = await cpuOf(both, run);
      figures.push({ ...found, own: (own.cpu() - before) / found.done });
    }
    const of = (what) => median(figures.map((one) => one[what]));
    say(`${work}, on PostgreSQL`, round(of('cpu')), limit, `${round(of('own'))} of it Wasl; ${round(of('each'), 0)} a second`);
  };
  await measured('officer\'s queue, 25 of 20,000', '', () => wrk(`${own.url}/ar/desk`, { Cookie: officer.cookie }, 2));
  for (const document of [0, 64 * 1024])
    await measured(document ? 'file a dossier with a 64 KB document, durable' : 'file a dossier without attachment, durable', '',
      () => loadFilings(own, data, { seconds: 3, document, commits: engine.commits }));
  await own.stop();
  engine.stop();
}

for (const [name, measure] of Object.entries({ usual, registry, reports, bank, judging, million, postgres }))
  if (parts.includes(name)) await measure(folder, parts);
writeFileSync(path.join(folder, 'figures.md'), figureTable());
