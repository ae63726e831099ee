// SPDX-License-Identifier: Apache-2.0
// The people of a measurement: two who sign in with a browser's cookies, and many who file by the
// API, each from an address of their own (the limits of docs/limits.md stay on).
import http from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, headers: body ? { ...headers, 'Content-Length': Buffer.byteLength(body) } : headers, agent }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(pieces).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const contacts = { citizen: 'fatima@demo.example', officer: 'omar@demo.example' };

// Returns the cookie, and the addresses that are measured with it.
export async function signIn(server, who) {
  const form = await ask(`${server.url}/ar/sign-in`);
  const visit = form.headers['set-cookie'].map((one) => one.split(';')[0]).join('; ');
  const csrf = form.text.match(/name="csrf" value="([0-9a-f]+)"/)[1];
  const body = new URLSearchParams({ csrf, contact: contacts[who], password: 'wasl demo 2026', way: 'password' }).toString();
  const done = await ask(`${server.url}/ar/sign-in`, {
    method: 'POST', body, headers: { Cookie: visit, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const session = (done.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).find((one) => one.startsWith('wasl_session='));
  if (!session) throw new Error(`${who} could not sign in: ${done.status}`);
  return { cookie: session };
}

function tokensOf(data) {
  return readFileSync(path.join(data, 'bench-tokens.txt'), 'utf8').trim().split('\n');
}

function headersOf(tokens, n) {
  const one = n % tokens.length;
  return { Authorization: `Bearer ${tokens[one]}`, 'X-Forwarded-For': `10.${one >> 16}.${(one >> 8) & 255}.${one & 255}` };
}

function answerTo(field) {
  switch (field.kind) {
    case 'number': return '120';
    case 'date': return '2026-06-15';
    case 'choice': return field.choices[0].ar ?? field.choices[0];
    case 'email': return 'm.alaoui@example.ma';
    case 'phone': return '0612345678';
    case 'yes_no': return 'yes';
    default: return 'حي السلام، بركان';
  }
}

// What a filing of that procedure needs, from the public API alone.
async function template(server, procedure) {
  const sheet = JSON.parse((await ask(`${server.url}/api/v1/procedures/${procedure}`)).text);
  const administrations = JSON.parse((await ask(`${server.url}/api/v1/administrations`)).text);
  const all = administrations.administrations;
  const berkane = all.find((one) => one.slug === 'commune-berkane');
  const values = Object.fromEntries((sheet.content.form ?? []).filter((field) => field.required).map((field) => [field.code, answerTo(field)]));
  const documents = (sheet.content.documents ?? []).filter((one) => one.supplier === 'user').map((one) => one.code);
  return { procedure, administration: String(berkane.id), values, documents };
}

// The JSON of a filing; with a document, its reference is written where @upload@ stands.
export async function filingBody(server, document) {
  const filled = await template(server, 'economic-activity');
  const body = { procedure: filled.procedure, administration: filled.administration, values: filled.values };
  if (document) body.documents = [{ requirement: filled.documents[0], upload: '@upload@' }];
  return body;
}

export async function fileOne(server, data) {
  const filed = await ask(`${server.url}/api/v1/dossiers`, {
    method: 'POST', body: JSON.stringify(await filingBody(server, false)),
    headers: { ...headersOf(tokensOf(data), 0), 'Content-Type': 'application/json', 'Idempotency-Key': randomBytes(16).toString('hex') },
  });
  if (filed.status !== 201) throw new Error(`filing: ${filed.status} ${filed.text.slice(0, 400)}`);
  return JSON.parse(filed.text);
}
