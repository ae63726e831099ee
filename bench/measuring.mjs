// SPDX-License-Identifier: Apache-2.0
// What every measurement does: drive pages with wrk, take the server's CPU time, say a row.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export const rounds = 5;
const lines = [];

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const round = (value, digits = 3) => value.toFixed(digits);
export function say(work, figure, limit, note = '') {
  lines.push(`| ${work} | ${figure} | ${limit} | ${note} |`);
  console.log(`${work.padEnd(58)} ${String(figure).padStart(10)}   ${limit}   ${note}`);
}

// wrk's own output: requests done and requests a second, and what wrk itself took of the two cores
// (ms a request). `headers` go with each request.
export function wrk(url, headers = {}, seconds = 3, connections = 32, script = '') {
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, ...(script ? ['-s', script] : [])];
  for (const [name, value] of Object.entries(headers)) words.push('-H', `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    let out = '';
    const timed = ['-c', 'TIMEFORMAT="took %U %S"; time "$@" 2>&1', 'bash', 'wrk', ...words, url];
    const child = spawn('bash', timed, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (out += piece));
    child.on('close', () => {
      if (/Non-2xx/.test(out)) return reject(new Error(`${url} answered with errors:\n${out}`));
      const done = Number(out.match(/(\d+) requests in/)[1]);
      const [, user, system] = out.match(/took ([\d.]+) ([\d.]+)/);
      resolve({ done, each: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), load: (1000 * (Number(user) + Number(system))) / done });
    });
  });
}

export async function cpuOf(server, work) {
  const before = server.cpu();
  const found = await work();
  return { ...found, cpu: (server.cpu() - before) / found.done };
}

// The same words in 200 ways of writing (full stops after them), so that no answer is one that the
// server remembers from a moment ago. A script for wrk().
export function rewritten(address, folder) {
  const script = path.join(folder, 'rewritten.lua');
  writeFileSync(script, `local n = 0
request = function()
  n = (n + 1) % 200
  return wrk.format("GET", "${address}" .. string.rep(".", n))
end
`);
  return script;
}

// `script` changes the address with each request; what the address itself takes, asked again and
// again, then stands beside.
export async function page(server, work, address, limit, headers = {}, script = '') {
  const plain = [];
  const packed = [];
  const again = [];
  await wrk(server.url + address, headers, 1);
  for (let n = 0; n < rounds; ++n) {
    const cpu = async (more, how) => (await cpuOf(server, () => wrk(server.url + address, { ...headers, ...more }, 2, 32, how))).cpu;
    plain.push(await cpu({}, script));
    packed.push(await cpu({ 'Accept-Encoding': 'gzip' }, script));
    if (script) again.push(await cpu({}, ''));
  }
  const figure = median(plain);
  say(work, round(figure), `≤ ${limit} ms`, `gzip ${round(median(packed))}; ${script ? `asked again ${round(median(again))}; ` : ''}${figure <= limit ? 'held' : `missed by ${round(figure / limit, 2)}×`}`);
  return figure;
}

export const figureTable = () => ['| work | figure | limit | |', '|---|--:|--:|---|', ...lines, ''].join('\n');
