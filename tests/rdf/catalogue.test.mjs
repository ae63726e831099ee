// SPDX-License-Identifier: Apache-2.0
// What the demonstration's catalogue says to other programs satisfies the profile: no violation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startHouse } from '../browser/house.mjs';
import { fromJsonLd, fromTurtle, violations, written } from './graph.mjs';

let house;
before(async () => { house = await startHouse(); });
after(async () => { await house?.stop(); });

// Validating takes longer than a connection is kept: what it was kept for is asked again.
const get = (address, options) => fetch(house.url + address, options).catch(() => fetch(house.url + address, options));

async function ask(address, type) {
  const answer = await get(address);
  assert.equal(answer.status, 200, address);
  assert.equal(answer.headers.get('content-type'), type);
  return answer.text();
}

const services = (quads) => quads.filter((quad) =>
  quad.predicate.value.endsWith('#type') && quad.object.value.endsWith('cpsv#PublicService')).length;

test('the whole catalogue satisfies the shapes, in both spellings the same facts', async () => {
  const listed = await (await get('/api/v1/procedures')).json();
  const texts = [await ask('/api/v1/procedures.ttl', 'text/turtle; charset=utf-8'),
    await ask('/api/v1/procedures.jsonld', 'application/ld+json')];
  const turtle = fromTurtle(texts[0]);
  const json = await fromJsonLd(texts[1]);
  assert.equal(services(turtle), listed.total);
  assert.deepEqual(written(json), written(turtle));
  assert.deepEqual(await violations(turtle), []);
});

test('each sheet alone satisfies them too: it says whatever it refers to', async () => {
  const listed = await (await get('/api/v1/procedures')).json();
  assert.ok(listed.items.length > 5);
  const texts = [];
  for (const { code } of listed.items)
    texts.push([code, await ask(`/api/v1/procedures/${code}.ttl`, 'text/turtle; charset=utf-8'),
      await ask(`/api/v1/procedures/${code}.jsonld`, 'application/ld+json')]);
  for (const [code, ttl, jsonld] of texts) {
    const quads = fromTurtle(ttl);
    assert.deepEqual(await violations(quads), [], code);
    const json = await fromJsonLd(jsonld);
    assert.deepEqual(written(json), written(quads), code);
  }
});

test('the shapes find what is wrong', async () => {
  const code = (await (await get('/api/v1/procedures')).json()).items[0].code;
  const text = await ask(`/api/v1/procedures/${code}.ttl`, 'text/turtle; charset=utf-8');
  assert.notEqual((await violations(fromTurtle(text.replace(/dct:title "[^"]*"@ar/, 'dct:title "بلا لغة"')))).length, 0);
  assert.notEqual((await violations(fromTurtle(text.replace(/ a skos:Concept/g, ' a skos:Nothing')))).length, 0);
  assert.notEqual((await violations(fromTurtle(text.replace(/cv:processingTime "P\d+D"\^\^xsd:duration/, 'cv:processingTime 30')))).length, 0);
});

test('what did not change is not sent again', async () => {
  const first = await get('/api/v1/procedures.ttl');
  await first.text();
  const again = await get('/api/v1/procedures.ttl', { headers: { 'if-none-match': first.headers.get('etag') } });
  assert.equal(again.status, 304);
});
