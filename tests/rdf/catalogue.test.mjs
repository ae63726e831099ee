// SPDX-License-Identifier: Apache-2.0
// What the demonstration's catalogue says to other programs satisfies the profile: no violation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startHouse } from '../browser/house.mjs';
import { fromJsonLd, fromTurtle, violations, written } from './graph.mjs';

let house;
before(async () => { house = await startHouse(); });
after(async () => { await house?.stop(); });

async function ask(address, type) {
  const answer = await fetch(house.url + address);
  assert.equal(answer.status, 200, address);
  assert.equal(answer.headers.get('content-type'), type);
  return answer.text();
}

const services = (quads) => quads.filter((quad) =>
  quad.predicate.value.endsWith('#type') && quad.object.value.endsWith('cpsv#PublicService')).length;

test('the whole catalogue satisfies the shapes, in both spellings the same facts', async () => {
  const turtle = fromTurtle(await ask('/api/v1/procedures.ttl', 'text/turtle; charset=utf-8'));
  const json = await fromJsonLd(await ask('/api/v1/procedures.jsonld', 'application/ld+json'));
  const listed = await (await fetch(`${house.url}/api/v1/procedures`)).json();
  assert.equal(services(turtle), listed.total);
  assert.deepEqual(written(json), written(turtle));
  assert.deepEqual(await violations(turtle), []);
});

test('each sheet alone satisfies them too: it says whatever it refers to', async () => {
  const listed = await (await fetch(`${house.url}/api/v1/procedures`)).json();
  assert.ok(listed.items.length > 5);
  for (const { code } of listed.items) {
    const quads = fromTurtle(await ask(`/api/v1/procedures/${code}.ttl`, 'text/turtle; charset=utf-8'));
    assert.deepEqual(await violations(quads), [], code);
    const json = await fromJsonLd(await ask(`/api/v1/procedures/${code}.jsonld`, 'application/ld+json'));
    assert.deepEqual(written(json), written(quads), code);
  }
});

test('the shapes find what is wrong', async () => {
  const code = (await (await fetch(`${house.url}/api/v1/procedures`)).json()).items[0].code;
  const text = await ask(`/api/v1/procedures/${code}.ttl`, 'text/turtle; charset=utf-8');
  assert.notEqual((await violations(fromTurtle(text.replace(/dct:title "[^"]*"@ar/, 'dct:title "بلا لغة"')))).length, 0);
  assert.notEqual((await violations(fromTurtle(text.replace(/ a skos:Concept/g, ' a skos:Nothing')))).length, 0);
  assert.notEqual((await violations(fromTurtle(text.replace(/cv:processingTime "P\d+D"\^\^xsd:duration/, 'cv:processingTime 30')))).length, 0);
});

test('what did not change is not sent again', async () => {
  const first = await fetch(`${house.url}/api/v1/procedures.ttl`);
  await first.text();
  const again = await fetch(`${house.url}/api/v1/procedures.ttl`, { headers: { 'if-none-match': first.headers.get('etag') } });
  assert.equal(again.status, 304);
});
