// SPDX-License-Identifier: Apache-2.0
// What people do by mistake or on purpose: files that are not what they say, too large, of a
// telephone's own kind; a form pressed twice; a session that ended while someone was typing.
import assert from 'node:assert/strict';
import { answerQuestions, jpeg, paper, pdf, receiptNumber, signIn } from './acts.mjs';
import { main, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
let draft;

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1'), Buffer.alloc(2000)]);
// One empty file "a": its header, the directory, and the record that closes it.
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(22), Buffer.from([1, 0, 0, 0, 97]),
  Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.alloc(24), Buffer.from([1, 0]), Buffer.alloc(16), Buffer.from('a'),
  Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.from([0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 31, 0, 0, 0, 0, 0])]);

async function startDraft(page) {
  await page.goto('/ar/procedures/building-permit');
  await page.click('main a:text-is("جماعة بركان")');
  await page.click('main a[href*="/dossiers/new"]');
  await page.click('main form[action$="/dossiers/new"] button');
}

step('a file is looked into, whatever it is called, and what to do instead is said', async ({ fatima }) => {
  await signIn(fatima, 'fatima@demo.example');
  await startDraft(fatima);
  await answerQuestions(fatima);
  draft = fatima.url();
  const field = () => fatima.locator('main input[type=file][required]').first();
  const bad = [
    ['برنامج.pdf', Buffer.from('MZ\u0090\0this is a program', 'latin1')],
    ['أرشيف.pdf', zip],
    ['وجهان.pdf', Buffer.concat([pdf, zip])],
    ['صورة.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['فارغ.pdf', Buffer.alloc(0)],
  ];
  for (const [name, buffer] of bad) {
    await field().setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await fatima.click('main button[value=stay]');
    assert.ok(await fatima.isVisible('.errors'), name);
    assert.equal(await fatima.locator('main .files li').count(), 0, name);
  }
  await field().setInputFiles({ name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: heic });
  await fatima.click('main button[value=stay]');
  await says(fatima, /HEIC/);
  await says(fatima, /JPEG|إعدادات|الأكثر توافقا/);
});

step('what is too large is refused beside its field, and the good file of another field is kept', async ({ fatima }) => {
  const fields = await fatima.locator('main input[type=file][required]').all();
  await fields[0].setInputFiles({ name: 'كبير.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf, Buffer.alloc(11 * 1024 * 1024, 32)]) });
  await fields[1].setInputFiles(paper('التصميم'));
  await fatima.click('main button[value=stay]');
  assert.ok(await fatima.isVisible('.errors'));
  await says(fatima, 'التصميم.pdf');
  assert.equal(await fatima.locator('main .files li').count(), 1);
});

step('each button that takes a file away says which', async ({ fatima }) => {
  for (const field of await fatima.locator('main input[type=file][required]').all())
    await field.setInputFiles({ name: `صورة ${Math.random()}.jpg`, mimeType: 'image/jpeg', buffer: jpeg });
  await fatima.click('main button[value=stay]');
  const names = await fatima.locator('main button[name=remove]').evaluateAll((all) => all.map((it) => it.textContent.trim()));
  assert.ok(names.length > 2);
  assert.equal(new Set(names).size, names.length, names.join(' | '));
});

step('what is filed by pressing twice is filed once', async ({ fatima }) => {
  await fatima.click('main button[value=next]');
  const form = fatima.locator('main form[action$="/check"]');
  const fields = await form.locator('input[type=hidden]').evaluateAll((all) => Object.fromEntries(all.map((it) => [it.name, it.value])));
  const address = await form.getAttribute('action');
  const press = () => fatima.request.post(address, { form: { ...fields, declared: '1' }, maxRedirects: 0 });
  const answers = await Promise.all([press(), press()]);
  for (const answer of answers) assert.equal(answer.status(), 303);
  assert.equal(answers[0].headers().location, answers[1].headers().location);
  await fatima.goto(answers[0].headers().location);
  const number = await receiptNumber(fatima);
  await fatima.goto('/ar/dossiers');
  assert.equal((await main(fatima)).split(number).length, 2);
});

step('start pressed twice opens one draft', async ({ fatima }) => {
  await fatima.goto('/ar/procedures/building-permit');
  await fatima.click('main a:text-is("جماعة بركان")');
  await fatima.click('main a[href*="/dossiers/new"]');
  const form = fatima.locator('main form[action$="/dossiers/new"]');
  const fields = await form.locator('input[type=hidden]').evaluateAll((all) => Object.fromEntries(all.map((it) => [it.name, it.value])));
  const press = () => fatima.request.post('/ar/dossiers/new', { form: fields, maxRedirects: 0 });
  const [one, other] = [await press(), await press()];
  assert.equal(one.headers().location, other.headers().location);
});

step('who types while the session ends loses nothing', async ({ fatima }) => {
  await startDraft(fatima);
  await fatima.fill('[name="answer-site_address"]', 'حي السلام، زنقة 9، رقم 3');
  await fatima.fill('[name="answer-land_title"]', '77/40');
  await fatima.context().clearCookies();
  await fatima.click('main button[value=next]');
  await says(fatima, 'حي السلام، زنقة 9، رقم 3');
  const [tab] = await Promise.all([fatima.context().waitForEvent('page'), fatima.click('main section a[href*="/sign-in"]')]);
  await tab.waitForLoadState();
  await signIn(tab, 'fatima@demo.example');
  await fatima.click('main form[data-again] button');
  // The key of the old session opens nothing: what was typed is shown once more, and sent by hand.
  await says(fatima, 'حي السلام، زنقة 9، رقم 3');
  await fatima.click('main form[data-again] button');
  assert.match(fatima.url(), /\/form\//);
  await fatima.goto(fatima.url().replace(/\/form\/.*/, '/form/1'));
  assert.equal(await fatima.inputValue('[name="answer-site_address"]'), 'حي السلام، زنقة 9، رقم 3');
});

walk('what goes wrong', ['fatima'], steps);
