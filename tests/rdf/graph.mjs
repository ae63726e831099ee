// SPDX-License-Identifier: Apache-2.0
// From an answer of the program to quads, and from quads to what breaks a shape. Two readers that
// know nothing of our writer, and a validator.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { JsonLdParser } from 'jsonld-streaming-parser';
import N3 from 'n3';
import dataset from '@rdfjs/dataset';
import Validator from 'rdf-validate-shacl';

const here = path.dirname(fileURLToPath(import.meta.url));

export function fromTurtle(text) {
  return new N3.Parser({ format: 'text/turtle', factory: N3.DataFactory }).parse(text);
}

// A text without a language has no type to say: the reader passes null, the factory wants nothing.
const terms = {
  ...N3.DataFactory,
  literal: (value, kind) => N3.DataFactory.literal(value, kind ?? undefined),
};

// A document that would need a context from elsewhere is refused: none may be fetched.
export async function fromJsonLd(text) {
  const parser = new JsonLdParser({
    dataFactory: terms,
    documentLoader: { load: () => { throw new Error('a context from elsewhere'); } },
  });
  const quads = [];
  for await (const quad of Readable.from([text]).pipe(parser)) quads.push(quad);
  return quads;
}

export const written = (quads) =>
  quads.map((quad) => [quad.subject, quad.predicate, quad.object]
    .map((term) => `${term.termType} ${term.value} ${term.language ?? ''} ${term.datatype?.value ?? ''}`).join(' | ')).sort();

export async function violations(quads, file = path.join(here, 'shapes.ttl')) {
  const shapes = dataset.dataset(fromTurtle(readFileSync(file, 'utf8')));
  const report = await new Validator(shapes).validate(dataset.dataset(quads));
  return report.results.map((one) =>
    `${one.focusNode?.value} ${one.path?.value}: ${one.sourceConstraintComponent?.value.split('#')[1]} ${one.value?.value ?? ''}`);
}
