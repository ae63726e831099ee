// SPDX-License-Identifier: Apache-2.0
// What else programs read: the entry for data portals, and what each page says to search engines.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startHouse } from '../browser/house.mjs';
import { fromJsonLd, violations } from './graph.mjs';

let house;
before(async () => { house = await startHouse(); });
after(async () => { await house?.stop(); });

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';

test('the entry for data portals satisfies the shapes and leads to what it names', async () => {
  const quads = await fromJsonLd(await (await fetch(`${house.url}/api/v1/catalog.jsonld`)).text());
  assert.deepEqual(await violations(quads), []);
  const of = (subject, name) => quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === name).map((quad) => quad.object);
  const typed = (type) => quads.filter((quad) => quad.predicate.value.endsWith('#type') && quad.object.value === dcat + type).map((quad) => quad.subject.value);
  const [catalogue] = typed('Catalog');
  const [dataset] = typed('Dataset');
  assert.equal(of(catalogue, `${dcat}dataset`)[0].value, dataset);
  for (const name of ['title', 'description']) {
    const languages = of(dataset, dct + name).map((text) => text.language);
    assert.ok(languages.includes('ar') && languages.includes('fr'), `${name} in ${languages}`);
  }
  assert.equal(of(dataset, `${dct}publisher`).length, 1);
  const parts = of(dataset, `${dcat}distribution`).map((part) => part.value);
  assert.equal(parts.length, 4);
  for (const part of parts) {
    const answer = await fetch(of(part, `${dcat}downloadURL`)[0].value);
    assert.equal(answer.status, 200, part);
    const media = of(part, `${dcat}mediaType`)[0].value.split('/media-types/')[1];
    assert.ok(answer.headers.get('content-type').startsWith(media), `${part}: ${answer.headers.get('content-type')}`);
    await answer.arrayBuffer();
  }
});

test('every published page describes its service to search engines', async () => {
  const { items } = await (await fetch(`${house.url}/api/v1/procedures`)).json();
  for (const { code } of items)
    for (const language of ['ar', 'fr']) {
      const page = await (await fetch(`${house.url}/${language}/procedures/${code}`)).text();
      const block = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page);
      assert.ok(block, `${language} ${code}`);
      const said = JSON.parse(block[1]);
      assert.equal(said['@context'], 'https://schema.org');
      assert.equal(said['@type'], 'GovernmentService');
      assert.equal(said.identifier, code);
      for (const name of ['name', 'description', 'serviceOperator', 'availableChannel', 'url'])
        assert.ok(said[name] && said[name].length !== 0, `${code} has ${name}`);
      assert.ok(said.url.endsWith(`/${language}/procedures/${code}`));
    }
});

test('the site map lists every published sheet in every language, and nothing that is not there', async () => {
  const { items } = await (await fetch(`${house.url}/api/v1/procedures`)).json();
  const map = await (await fetch(`${house.url}/sitemap.xml`)).text();
  const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1]);
  assert.equal(new Set(places).size, places.length);
  for (const { code } of items)
    for (const language of ['ar', 'fr', 'en', 'zgh']) assert.ok(places.some((one) => one.endsWith(`/${language}/procedures/${code}`)), code);
  for (const place of places.filter((_, n) => n % 17 === 0)) assert.equal((await fetch(place)).status, 200, place);
});

test('the feed says every change once, newest first, and leads to the sheets', async () => {
  for (const language of ['ar', 'fr']) {
    const answer = await fetch(`${house.url}/${language}/procedures.atom`);
    assert.equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    const entries = (await answer.text()).split('<entry>').slice(1);
    assert.ok(entries.length > 5);
    const all = (name) => entries.map((entry) => new RegExp(`<${name}[^>]*>([^<]+)</${name}>`).exec(entry)[1]);
    assert.equal(new Set(all('id')).size, entries.length);
    assert.deepEqual(all('updated'), [...all('updated')].sort().reverse());
    assert.equal((await fetch(/<link rel="alternate" href="([^"]+)"/.exec(entries[0])[1])).status, 200);
  }
});
