// SPDX-License-Identifier: Apache-2.0
// Sheets that come in from a file, and programs that are told: an officer, a head and anybody.
import assert from 'node:assert/strict';
import { signIn } from './acts.mjs';
import { main, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const table = 'code,title_ar,administration,delay,price,merged_into,reason\n' +
  'sold-by-metre,شهادة المتر المربع,,15 يوما من تاريخ الإيداع,20 درهما,,\n' +
  'of-others,شهادة لإدارة أخرى,justice,,,,\n' +
  'turns-a,مسطرة تدور,,,,turns-b,تكرار للمسطرة نفسها\n' +
  'turns-b,مسطرة تدور أيضا,,,,turns-a,تكرار للمسطرة نفسها\n';

async function send(page, sent) {
  await page.goto('/ar/office/imports');
  await page.selectOption('main [name=owner]', { index: 1 });
  await page.setInputFiles('main [name=file]', sent);
  await page.click('main form[action$="/office/imports"] button');
}

step('everybody comes in', async ({ fatima, omar, head }) => {
  for (const [page, name] of [[fatima, 'fatima'], [omar, 'omar'], [head, 'head']]) await signIn(page, `${name}@demo.example`);
});

step('a citizen has no door to either', async ({ fatima }) => {
  for (const address of ['/ar/office/imports', '/ar/office/webhooks'])
    assert.equal((await fatima.goto(address)).status(), 403, address);
});

step('a file that cannot be read says why, and nothing is recorded', async ({ omar }) => {
  await send(omar, file('windows.csv', 'a,b\n1,2\n'));
  await says(omar, 'title_ar');
  assert.equal(await omar.locator('main form[action*="/office/imports/"]:not([action$="/drop"])').count(), 0);
  await omar.click('main form[action$="/drop"] button');
  await omar.goto('/ar/office/imports');
  await omar.selectOption('main [name=owner]', { index: 1 });
  await omar.setInputFiles('main [name=file]', file('empty.csv', ''));
  await omar.click('main form[action$="/office/imports"] button');
  assert.ok(await omar.isVisible('.errors'));
});

step('an officer sees row by row what a file would do, before it does', async ({ omar }) => {
  await send(omar, file('=cmd.csv', table));
  await says(omar, 'معاينة الاستيراد');
  await says(omar, '15 يوما من تاريخ الإيداع');
  await says(omar, 'تتعلق هذه المسطرة بإدارة أخرى');
  await omar.goto('/ar/office/sheets');
  assert.ok(!(await main(omar)).includes('شهادة المتر المربع'), 'nothing is recorded yet');
});

step('the file waits, and is confirmed', async ({ omar }) => {
  await omar.goto('/ar/office/imports');
  await omar.click('main a[href*="/office/imports/"]');
  await omar.click('main form[action*="/office/imports/"]:not([action$="/drop"]) button');
  await says(omar, 'تم الاستيراد');
  await omar.goto('/ar/office/sheets');
  await omar.click('main a:has-text("شهادة المتر المربع")');
  await says(omar, 'مجرود');
});

step('sent again it changes nothing', async ({ omar }) => {
  await send(omar, file('again.csv', table.split('\n').slice(0, 2).join('\n')));
  await says(omar, 'لا شيء يُسجل');
});

step('a head registers a program, and its secret is shown once', async ({ head }) => {
  await head.goto('/ar/office/sheets');
  await head.click('main a[href$="/office/webhooks"]');
  await head.fill('main [name=address]', 'https://example.ma/hook');
  await head.click('main form:has([name=address]) button');
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(await main(head));
  assert.ok(secret, 'the secret is shown');
  await head.goto('/ar/office/webhooks');
  assert.ok(!(await main(head)).includes(secret[0]));
  await head.fill('main input[name^="number-"]', '1');
  await head.click('main form[action$="/replay"] button');
  await says(head, 'https://example.ma/hook');
  await head.click('main form[action$="/remove"] button');
  await says(head, 'لم يسجل أي عنوان بعد');
});

walk('sheets come in from a file and programs are told', ['fatima', 'omar', 'head'], steps);
