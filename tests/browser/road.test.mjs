// SPDX-License-Identifier: Apache-2.0
// The main road as people walk it: in Arabic, on a telephone, with scripts off. From a search to a
// decision whose paper anyone can check; and what those see who may not see it.
import assert from 'node:assert/strict';
import { act, fillRequest, paper, password, photo, receiptNumber, signIn } from './acts.mjs';
import { main, paperText, says, walk } from './walk.mjs';

let number, decision;

const steps = [];
const step = (name, walked) => steps.push([name, walked]);

step('a procedure is found without the hamza and its marks', async ({ fatima }) => {
  await fatima.goto('/ar');
  await fatima.fill('#search-q', 'رخصه البناء');
  await fatima.click('form.search button');
  const first = fatima.locator('main .cards a').first();
  assert.equal(await first.innerText(), 'رخصة البناء');
  await first.click();
  await says(fatima, 'اختيار الجماعة أو الإدارة');
  await fatima.click('main a:text-is("جماعة بركان")');
  await says(fatima, 'السكوت');
});

step('who starts a request is asked to come in; a wrong password says what to do', async ({ fatima }) => {
  await fatima.click('main a[href*="/dossiers/new"]');
  await fatima.fill('[name=contact]', 'fatima@demo.example');
  await fatima.click('main summary');
  await fatima.fill('[name=password]', 'كلمة أخرى');
  await fatima.click('button[value=password]');
  await says(fatima, 'المعطيات المدخلة غير مطابقة');
  assert.equal(await fatima.inputValue('[name=contact]'), 'fatima@demo.example');
  assert.equal(await fatima.locator('.errors a').getAttribute('href'), '#field-password');
  await fatima.fill('[name=password]', password);
  await fatima.click('button[value=password]');
  assert.match(fatima.url(), /\/dossiers\/new\?procedure=building-permit/, 'and goes on where it was');
});

step('lists that hold nothing say so', async ({ youssef, omar }) => {
  for (const [page, contact] of [[youssef, 'youssef@demo.example'], [omar, 'omar@demo.example']])
    await signIn(page, contact);
  await youssef.goto('/ar/dossiers');
  assert.equal(await youssef.locator('main .empty').count(), 1);
  await omar.goto('/ar/notices');
  assert.equal(await omar.locator('main .empty').count(), 1);
  await omar.goto('/ar/desk');
  await says(omar, 'لا يوجد أي ملف في الانتظار');
});

step('an answer that is missing is named and the others are kept', async ({ fatima }) => {
  await fatima.click('main form[action$="/dossiers/new"] button');
  await fatima.fill('[name="answer-site_address"]', 'زنقة 12');
  await fatima.fill('[name="answer-site_address.quarter"]', 'حي الحسني');
  await fatima.click('main button[value=next]');
  assert.equal(await fatima.locator('.errors a').getAttribute('href'), '#field-answer-land_title');
  assert.equal(await fatima.inputValue('[name="answer-site_address"]'), 'زنقة 12');
  assert.equal(await fatima.inputValue('[name="answer-site_address.quarter"]'), 'حي الحسني');
});

step('a request is filled in, left, taken up again, checked and filed; the receipt comes at once', async ({ fatima }) => {
  await fatima.click('main button[value=later]');
  await fatima.goto('/ar/procedures/building-permit');
  await fatima.click('main a:text-is("جماعة بركان")');
  await fillRequest(fatima);
  await fatima.locator('main input[type=file][required]').last().setInputFiles(photo('شهادة'));
  await fatima.click('main button[value=next]');
  await says(fatima, 'الملف كامل');
  await says(fatima, 'زنقة 12، رقم 7، الحي الحسني، 63300 بركان');
  await fatima.click('main form[action$="/check"] button');
  assert.ok(await fatima.isVisible('.errors'), 'nothing is filed before it is declared true');
  await fatima.check('[name=declared]');
  await fatima.click('main form[action$="/check"] button');
  number = await receiptNumber(fatima);
  await says(fatima, 'ملف مودع');
  await says(fatima, number);
  await says(fatima, 'التاريخ المرتقب للجواب');
});

step('the receipt is a paper that carries its number', async ({ fatima }) => {
  const text = await paperText(fatima, 'main a[href*="/papers/"]');
  assert.ok(text.includes(number));
  assert.match(text, /وصل/, 'its words come out as words');
});

step('anyone can check the number and learns nothing of the person', async ({ stranger }) => {
  await stranger.goto('/ar/verify');
  await stranger.fill('main [name=number]', number.toLowerCase());
  await stranger.click('main form button');
  await says(stranger, number);
  await says(stranger, 'رخصة البناء');
  const text = await main(stranger);
  for (const secret of ['فاطمة', 'بوعزة', 'الحي الحسني']) assert.ok(!text.includes(secret), secret);
});

step('another citizen is told that there is no such page', async ({ youssef }) => {
  for (const address of [`/ar/dossiers/${number}`, `/ar/dossiers/${number}/receipt`,
    `/ar/dossiers/${number}/papers/${number}`]) {
    const answer = await youssef.goto(address);
    assert.equal(answer.status(), 404, address);
  }
  assert.ok(!(await main(youssef)).includes('فاطمة'));
  assert.equal((await youssef.goto(`/ar/desk/${number}`)).status(), 403);
});

step('the officer sees it in the queue and takes it up', async ({ omar }) => {
  await omar.goto('/ar/desk');
  await says(omar, number);
  await omar.click(`main a[href$="/desk/${number}"]`);
  await says(omar, 'فاطمة الزهراء بوعزة');
  await omar.click('main a[href$="/do/take_up"]');
  await omar.click('main form[action$="/do/take_up"] button');
  await says(omar, 'قيد الدراسة');
});

step('a replacement is asked for with a reason, and not without one', async ({ omar }) => {
  await act(omar, number, 'ask_replacement', { documents: { is: 'plans' } });
  assert.ok(await omar.isVisible('.errors'));
  await act(omar, number, 'ask_replacement',
    { documents: { is: 'plans' }, reason: 'التصميم غير مؤشر عليه من طرف المهندس المعماري.' });
  await says(omar, 'في انتظار تعويض وثيقة');
});

step('the citizen reads the reason and answers with another file', async ({ fatima }) => {
  await fatima.goto('/ar/notices');
  await fatima.locator('main form[action$="/open"] button').first().click();
  assert.match(fatima.url(), new RegExp(`/dossiers/${number}`));
  await says(fatima, 'التصميم غير مؤشر عليه من طرف المهندس المعماري.');
  await fatima.setInputFiles('main form[action$="/answer"] input[type=file]', paper('التصميم المصحح'));
  await fatima.click('main form[action$="/answer"] button');
  await says(fatima, 'قيد الدراسة');
  await says(fatima, 'التصميم المصحح');
});

step('a refusal without reasons cannot be saved', async ({ fatima, omar }) => {
  await act(omar, number, 'refuse');
  assert.ok(await omar.isVisible('.errors'));
  const faults = await omar.locator('.errors a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  assert.ok(faults.includes('#field-reasons'), String(faults));
  await fatima.goto(`/ar/dossiers/${number}`);
  await says(fatima, 'قيد الدراسة');
});

step('an approval is shown before it is given, and then given', async ({ omar }) => {
  await act(omar, number, 'approve', { text: 'يرخص بالبناء وفق التصاميم المؤشر عليها.' });
  await says(omar, 'يرخص بالبناء وفق التصاميم المؤشر عليها.');
  await omar.click('main button[name=confirmed]');
  await says(omar, 'تمت الموافقة');
});

step('the citizen sees the decision, its paper, and the notice', async ({ fatima, stranger }) => {
  await fatima.goto('/ar/notices');
  await says(fatima, number);
  await fatima.goto(`/ar/dossiers/${number}`);
  await says(fatima, 'يرخص بالبناء وفق التصاميم المؤشر عليها.');
  const link = `main a[href*="/papers/"]:not([href$="/papers/${number}"])`;
  decision = (await fatima.locator(link).first().getAttribute('href')).split('/').at(-1);
  const text = await paperText(fatima, link);
  assert.ok(text.includes(decision));
  assert.match(text, /بوعزة/);
  await stranger.goto(`/ar/verify/${decision}`);
  await says(stranger, decision);
  assert.ok(!(await main(stranger)).includes('بوعزة'));
});

step('a number that was never given is not known', async ({ stranger }) => {
  await stranger.goto('/ar/verify/2026-AAAA-AAAA');
  assert.equal(await stranger.locator('main .success').count(), 0);
});

walk('the main road', ['fatima', 'youssef', 'omar', 'stranger'], steps);
