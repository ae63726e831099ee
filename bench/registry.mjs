// SPDX-License-Identifier: Apache-2.0
// A registry as large as the country's: 3,832 sheets of 2,016 administrations. Pages are made anew
// for each visitor here; kept ones would be measured otherwise.
import { execFileSync } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ask } from './people.mjs';
import { median, page, rewritten, round, rounds, say, wrk } from './measuring.mjs';
import { memoryMegabytes, serve } from './server.mjs';

const visitor = { Cookie: 'wasl_visit=bench' };
const wasl = 'build/release/app/wasl';

const searches = {
  'search, one Arabic word': 'رخصة',
  'search, two words with a slip': 'رخصة البانء',
  'search, three French words': 'permis de construire maison',
  'search, four words of Darija': 'bghit rokhsat lbni dar',
};
const listed = (words) => `/ar/procedures?q=${encodeURIComponent(words)}`;
const held = (figure, limit) => (figure <= limit ? 'held' : `missed by ${round(figure / limit, 2)}×`);

export async function registry(folder) {
  const data = path.join(folder, 'registry');
  const server = await serve(data);
  await memoryWithIndex(server);
  for (const [work, words] of Object.entries(searches)) await page(server, work, listed(words), 0.15, visitor, rewritten(listed(words), folder));
  await patience(server, folder);
  await page(server, 'list with filters', '/ar/procedures?theme=urbanism&audience=citizens&online=1', 0.3, visitor);
  await page(server, 'suggestions', `/ar/suggest?part=list&q=${encodeURIComponent('رخ')}`, 0.1, visitor);
  await page(server, 'sheet page', '/ar/procedures/building-permit', 0.08, visitor);
  const graph = path.join(folder, 'catalogue.jsonld');
  await exported(server, graph);
  await server.stop();
  gate(data, folder);
  imported(data, folder, graph);
}

async function memoryWithIndex(server) {
  for (let n = 0; n < 200; ++n)
    for (const words of Object.values(searches)) await ask(server.url + listed(words), { headers: visitor });
  const { own, all } = memoryMegabytes(server.pid);
  say('memory with the index of 3,832 sheets (own pages)', `${round(own, 1)} MB`, '≤ 120 MB', `${held(own, 120)}; with mapped files ${round(all, 1)} MB`);
}

// How long one in a hundred waits when half of what the machine can do is asked of it.
async function patience(server, folder) {
  const worst = [];
  for (const [work, words] of Object.entries(searches)) {
    const full = await wrk(server.url + listed(words), visitor, 2);  // asked again and again
    const rate = String(Math.floor(full.each / 2));
    const p99 = [];
    for (let n = 0; n < rounds; ++n) {
      const words99 = execFileSync(path.join(folder, 'steady_load'),
        [String(server.port), listed(words), `Cookie: ${visitor.Cookie}`, rate, '3'], { encoding: 'utf8' }).split(' ');
      p99.push(Number(words99[2]));
    }
    worst.push({ work, rate, p99: median(p99) });
  }
  const slowest = [...worst].sort((a, b) => b.p99 - a.p99)[0];
  say('search, p99 by the clock at half load', `${round(slowest.p99, 2)} ms`, '≤ 3 ms',
    `${held(slowest.p99, 3)}; ${worst.map((one) => `${round(one.p99, 2)} at ${one.rate} a second`).join(', ')}`);
}

async function exported(server, file) {
  const times = [];
  let grown = 0;
  let bytes = 0;
  for (let n = 0; n < rounds; ++n) {
    const before = memoryMegabytes(server.pid).own;
    const watch = setInterval(() => { grown = Math.max(grown, memoryMegabytes(server.pid).own - before); }, 20);
    const begun = { cpu: server.cpu(), at: process.hrtime.bigint() };
    const answer = await fetch(`${server.url}/api/v1/procedures.jsonld`);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
    times.push({ took: Number(process.hrtime.bigint() - begun.at) / 1e9, cpu: (server.cpu() - begun.cpu) / 1000 });
    clearInterval(watch);
    bytes = readFileSync(file).length;
  }
  const took = median(times.map((one) => one.took));
  say('whole catalogue as JSON-LD', `${round(took, 2)} s`, '≤ 2 s',
    `${held(took, 2)}; ${round(bytes / 1e6, 1)} MB, ${round(median(times.map((one) => one.cpu)), 2)} CPU-s`);
  say('memory that the export takes', `${round(grown, 1)} MB`, 'constant', 'of own pages, at most, in five rounds');
}

// Wall and CPU seconds of a command, and the last line that it said.
function timed(env, ...words) {
  const out = execFileSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&1 | tail -n 1; } 2>&1', 'bash', wasl, ...words],
    { env: { ...process.env, ...env }, encoding: 'utf8' });
  const [said, times] = out.trim().split('\n').slice(-2);
  const [real, user, system] = times.split(' ').map(Number);
  return { real, cpu: user + system, said };
}

function gate(data, folder) {
  const file = path.join(folder, 'sheets.jsonl');
  const lines = execFileSync('sqlite3', [path.join(data, 'wasl.db'),
    'select content from procedure_revisions r join procedure_sheets s on s.published_revision = r.id'], { maxBuffer: 1 << 28 });
  writeFileSync(file, lines);
  const runs = Array.from({ length: rounds }, () => timed({}, 'gate', file));
  const real = median(runs.map((one) => one.real));
  say('`wasl gate` over all sheets', `${round(real, 2)} s`, '≤ 2 s', `${held(real, 2)}; ${round(median(runs.map((one) => one.cpu)), 2)} CPU-s; ${runs[0].said}`);
}

// What was exported, under other codes: every sheet is new. Then once more: nothing changes.
function imported(data, folder, graph) {
  const renamed = path.join(folder, 'renamed.jsonld');
  writeFileSync(renamed, readFileSync(graph, 'utf8')
    .replaceAll('"cpsv:PublicService"],"dct:identifier":[{"@value":"', '"cpsv:PublicService"],"dct:identifier":[{"@value":"again-'));
  const copy = path.join(folder, 'imported');
  const runs = [];
  for (let n = 0; n < 3; ++n) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(data, copy, { recursive: true });
    runs.push([timed({ WASL_DATA: copy }, 'import', 'procedures', renamed), timed({ WASL_DATA: copy }, 'import', 'procedures', renamed)]);
  }
  const of = (n, what) => median(runs.map((one) => one[n][what]));
  for (const [n, verdict] of ['added', 'the same'].entries())
    if (!new RegExp(`\\b[1-9]\\d* ${verdict}`).test(runs[0][n].said)) throw new Error(`the import said: ${runs[0][n].said}`);
  say('import of all sheets as JSON-LD', `${round(of(0, 'real'), 2)} s`, '≤ 10 s',
    `${held(of(0, 'real'), 10)}; ${round(of(0, 'cpu'), 2)} CPU-s; the same again, which changes nothing: ${round(of(1, 'real'), 2)} s`);
}
