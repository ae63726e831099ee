// SPDX-License-Identifier: Apache-2.0
// A gigabyte that claims to be sheets: refused where it passes the limit, however it comes, and
// the program stays small. The bytes are made while they are sent.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { root, startHouse } from '../browser/house.mjs';

const binary = process.env.WASL_BINARY ?? `${root}/build/release/app/wasl`;
const gigabyte = 2 ** 30;
const piece = Buffer.from(`{"title":"${'عنوان طويل '.repeat(5000)}"},`);

let house;
before(async () => { house = await startHouse(); });
after(async () => { await house?.stop(); });

function* list() {
  yield Buffer.from('[');
  for (let sent = 1; sent < gigabyte; sent += piece.length) yield piece;
  yield Buffer.from('{}]');
}
const most = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

// Writes until the other side has had enough; says how much it took.
async function pour(into) {
  let sent = 0;
  let open = true;
  into.on('error', () => { open = false; });
  into.on('close', () => { open = false; });
  for (const bytes of list()) {
    if (!open) break;
    sent += bytes.length;
    if (!into.write(bytes))
      await new Promise((resolve) => { into.once('drain', resolve); into.once('close', resolve); into.once('error', resolve); });
  }
  into.end();
  return sent;
}

test('the command leaves a pipe of a gigabyte where it passes the limit', async () => {
  const pipe = `${house.data}/gigabyte`;
  execFileSync('mkfifo', [pipe]);
  const child = spawn(binary, ['import', 'procedures', pipe, '--administration', 'commune-berkane', '--dry-run'],
    { env: { ...process.env, WASL_DATA: house.data }, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  let peak = 0;
  child.stderr.on('data', (text) => { said += text; });
  const watch = setInterval(() => { try { peak = Math.max(peak, most(child.pid)); } catch { /* it has ended */ } }, 5);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const sent = await pour(createWriteStream(pipe));
  assert.equal(await ended, 1);
  clearInterval(watch);
  assert.match(said, /larger than 256 MiB/);
  assert.ok(sent < 0.4 * gigabyte, `it took ${sent} bytes`);
  // The text doubles as it grows: once the limit, and half of it.
  assert.ok(peak < 700, `it took ${peak} MB`);
});

test('the page refuses a gigabyte before it reads it, whether it says so or not', async () => {
  const server = Number(readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').at(-1));
  const before = most(server);
  for (const length of [gigabyte, undefined]) {
    const status = await new Promise((resolve, reject) => {
      const asked = http.request(`${house.url}/ar/office/imports`, {
        method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=limit', ...(length ? { 'Content-Length': length } : {}) },
      }, (answer) => { answer.resume(); resolve(answer.statusCode); });
      asked.on('error', (fault) => (fault.code === 'EPIPE' || fault.code === 'ECONNRESET' ? resolve('closed') : reject(fault)));
      asked.write('--limit\r\nContent-Disposition: form-data; name="file"; filename="x.json"\r\n\r\n');
      void pour(asked);
    });
    assert.ok([413, 403, 401, 303, 'closed'].includes(status), `answered ${status}`);
  }
  assert.ok(most(server) - before < 40, `the server grew by ${most(server) - before} MB`);
});
