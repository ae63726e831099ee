// SPDX-License-Identifier: Apache-2.0
// The commands that take files of sheets: what they say and how they end.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root, startHouse } from '../browser/house.mjs';

const binary = process.env.WASL_BINARY ?? path.join(root, 'build/release/app/wasl');
const folder = mkdtempSync(path.join(tmpdir(), 'wasl-commands-'));

let house;
before(async () => { house = await startHouse(); });
after(async () => { await house?.stop(); rmSync(folder, { recursive: true }); });

function wasl(...words) {
  const { status, stdout, stderr } = spawnSync(binary, words, { env: { ...process.env, WASL_DATA: house.data }, cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, said: stdout, aside: stderr };
}
function kept(name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
const json = async (address) => (await fetch(house.url + address)).json();

test('the gate over a whole file says every objection with its article, and ends as it found', async () => {
  const { items } = await json('/api/v1/procedures');
  const sheets = [];
  for (const { code } of items) sheets.push({ code, ...(await json(`/api/v1/procedures/${code}`)).content });
  const all = wasl('gate', kept('all.json', JSON.stringify(sheets)));
  assert.equal(all.status, 0, all.said);
  assert.match(all.aside, new RegExp(`^${sheets.length} sheets, 0 refused, 0 unreadable, 0 objections`));
  const wrong = structuredClone(sheets[0]);
  wrong.basis = [];
  wrong.documents[0].certified_copy = true;
  const lines = [sheets[1], wrong, sheets[2]].map((one) => JSON.stringify(one)).join('\n');
  const some = wasl('gate', kept('some.jsonl', `${lines}\n{"title":`));
  assert.equal(some.status, 1);
  assert.match(some.aside, /^4 sheets, 1 refused, 1 unreadable/);
  assert.match(some.said, new RegExp(`^${wrong.code}\\tbasis\\t55\\.19/`, 'm'));
  assert.match(some.said, new RegExp(`^${wrong.code}\\tdocuments\\.\\S+\\t55\\.19/7\\t`, 'm'));
  assert.equal(wasl('gate', path.join(folder, 'nothing.json')).status, 2);
  assert.notEqual(wasl('gate').status, 0);
});

test('the whole catalogue, exported and imported again, is the same', async () => {
  const { total } = await json('/api/v1/procedures');
  const graph = kept('catalogue.jsonld', await (await fetch(`${house.url}/api/v1/procedures.jsonld`)).text());
  const again = wasl('import', 'procedures', graph);
  assert.equal(again.status, 0, again.said);
  assert.match(again.said, new RegExp(`^0 added, 0 changed, ${total} the same, 0 not taken$`, 'm'));
});

test('an import says what it would do and does it once', () => {
  const rows = kept('rows.csv', 'code,title_ar,delay\ncommand-one,شهادة أولى,48 ساعة\n');
  const dry = wasl('import', 'procedures', rows, '--administration', 'commune-berkane', '--dry-run');
  assert.equal(dry.status, 0);
  assert.match(dry.said, /row 2, command-one, to be confirmed: .*2 days/);
  assert.match(dry.said, /row 2, command-one, before it is submitted: basis 55\.19\/3 /);
  for (const sums of [/^1 added, 0 changed, 0 the same/m, /^0 added, 0 changed, 1 the same/m])
    assert.match(wasl('import', 'procedures', rows, '--administration', 'commune-berkane').said, sums);
  assert.equal(wasl('import', 'procedures', rows).status, 1, 'the row names no administration');
  assert.equal(wasl('import', 'procedures', kept('none.csv', 'a,b\n'), '--administration', 'commune-berkane').status, 1);
  assert.equal(wasl('import', 'procedures', rows, '--administration', 'ministry-of-magic').status, 1);
});
