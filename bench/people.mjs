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

export function tokensOf(data) {
  return readFileSync(path.join(data, 'bench-tokens.txt'), 'utf8').trim().split('\n');
}

function headersOf(tokens, n) {
  const one = n % tokens.length;
  return { Authorization: `Bearer ${tokens[one]}`, 'X-Forwarded-For': `10.${one >> 16}.${(one >> 8) & 255}.${one & 255}` };
}

function pdf(size) {
  const head = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n';
  const tail = '\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n';
  const filler = `%${randomBytes(Math.max(0, (size - head.length - tail.length - 2) >> 1)).toString('hex')}\n`;
  return head + (size ? filler : '') + tail;
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

// Files for some seconds, 32 at a time. With a document: it is sent first, then the request that
// names it; both requests count as one filing.
export async function filings(server, data, { seconds, document }) {
  const tokens = tokensOf(data);
  const filled = await template(server, 'economic-activity');
  const end = Date.now() + seconds * 1000;
  let turn = Math.floor(Math.random() * tokens.length);
  let done = 0;
  const started = process.hrtime.bigint();
  async function one() {
    const headers = headersOf(tokens, turn++);
    const body = { procedure: filled.procedure, administration: filled.administration, values: filled.values };
    if (document) {
      const sent = await ask(`${server.url}/api/v1/uploads?name=plan.pdf`, {
        method: 'POST', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: pdf(document),
      });
      if (sent.status !== 201) throw new Error(`upload: ${sent.status} ${sent.text.slice(0, 300)}`);
      const reference = JSON.parse(sent.text);
      body.documents = [{ requirement: filled.documents[0], upload: reference.upload }];
    }
    const filed = await ask(`${server.url}/api/v1/dossiers`, {
      method: 'POST', body: JSON.stringify(body),
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomBytes(16).toString('hex') },
    });
    if (filed.status !== 201) throw new Error(`filing: ${filed.status} ${filed.text.slice(0, 400)}`);
    ++done;
    return JSON.parse(filed.text);
  }
  async function worker() {
    while (Date.now() < end) await one();
  }
  await Promise.all(Array.from({ length: 32 }, worker));
  return { done, each: done / (Number(process.hrtime.bigint() - started) / 1e9), one };
}
