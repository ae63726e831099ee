// SPDX-License-Identifier: Apache-2.0
// The bank of 2,000 entries and the pages of challenges, as whoever brings no cookie reads them.
import path from 'node:path';
import { median, page, rewritten, round, rounds, say } from './measuring.mjs';
import { ask, signIn } from './people.mjs';
import { serve } from './server.mjs';

// What is asked must be what is meant: a figure of a refusal is none.
async function found(server, address, words) {
  const answer = await ask(server.url + address);
  if (answer.status !== 200 || !answer.text.includes(words)) throw new Error(`${address}: ${answer.status}, without «${words}»`);
  return answer.text;
}

export async function bank(folder) {
  const server = await serve(path.join(folder, 'bank-and-jury'));
  const list = await found(server, '/ar/bank', '/ar/bank/2');
  const [number] = list.match(/\/ar\/bank\/(2\d{3}-[A-Z0-9-]{9})/).slice(1);
  await found(server, '/ar/challenges/berkane-spring/projects', '/projects/');
  const searched = '/ar/bank?q=%D8%A7%D9%84%D8%A7%D8%B3%D8%AA%D9%82%D8%A8%D8%A7%D9%84';
  await page(server, 'first page of the site, with its block of projects', '/ar', 0.1);
  await page(server, 'list of the bank, of 2,000', '/ar/bank', 0.5);
  await page(server, 'a search in the bank, of 2,000', searched, 0.5, {}, rewritten(searched, folder));
  await page(server, 'entry of the bank', `/ar/bank/${number}`, 0.5);
  await page(server, 'gallery of an edition', '/ar/challenges/berkane-spring/projects', 0.5);
  await page(server, 'page of an edition', '/ar/challenges/berkane-youth', 0.5);
  await ballots(server);
  await server.stop();
}

// A judge of a hundred saves what he says of two hundred projects, through the door that browsers
// use; each save is one more version. Where it leads is not followed.
async function ballots(server) {
  const { cookie } = await signIn(server, 'officer');
  const headers = { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' };
  const seat = await ask(`${server.url}/ar/challenges/bench-jury/jury/seat`, { headers });
  const doors = [...new Set(seat.text.match(/\/ar\/challenges\/bench-jury\/jury\/ballot\/\d+/g))];
  const form = await ask(server.url + doors[0], { headers });
  const csrf = form.text.match(/name="csrf" value="([0-9a-f]+)"/)[1];
  const save = async (n) => {
    const marks = Object.fromEntries([1, 2, 3, 4].map((one) => [`mark_${one}`, String(1 + ((n + one) % 5))]));
    const body = new URLSearchParams({ csrf, ...marks, comment: `عمل جيد ${n}` }).toString();
    const done = await ask(server.url + doors[n % doors.length], { method: 'POST', headers, body });
    if (done.status !== 303) throw new Error(`a ballot: ${done.status}`);
  };
  const times = 100;
  const figures = [];
  let n = 0;
  for (let one = 0; one < 20; ++one) await save(n++);
  for (let turn = 0; turn < rounds; ++turn) {
    const before = server.cpu();
    for (let one = 0; one < times; ++one) await save(n++);
    figures.push((server.cpu() - before) / times);
  }
  const figure = median(figures);
  say('saving a ballot, 200 projects and 100 judges', round(figure), '≤ 1 ms', figure <= 1 ? 'held' : `missed by ${round(figure, 2)}×`);
  await page(server, "a judge's own page, 14 of 200 projects", '/ar/challenges/bench-jury/jury/seat', 0.5, { Cookie: cookie });
  await page(server, 'the public page of that jury', '/ar/challenges/bench-jury/jury', 0.5);
}
