// SPDX-License-Identifier: Apache-2.0
// A lamp that does not burn: in Arabic, on a telephone, with scripts off. Reported without an
// account, confirmed by the letter's code, supported by another, answered by the office, rated.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { picture, reportLamp, signIn } from './acts.mjs';
import { until } from './house.mjs';
import { says, walk } from './walk.mjs';

let number, key;

const steps = [];
const step = (name, walked) => steps.push([name, walked]);

step('the list shows what others reported and leads to the form', async ({ somebody }) => {
  await somebody.goto('/ar');
  await somebody.click('main a[href="/ar/reports"]');
  await says(somebody, 'بالوعة تفيض على الرصيف');
  await somebody.click('main a[href="/ar/reports/new"]');
  await says(somebody, 'أين المشكل؟');
});

step('what nobody confirmed is seen by nobody', async ({ somebody, youssef }) => {
  ({ number } = await reportLamp(somebody, { title: 'مصباحان لا يضيئان', contact: 'lamp@example.ma' }));
  await says(somebody, 'تأكيد الإشعار');
  const answer = await youssef.goto(`/ar/reports/${number}`);
  assert.equal(answer.status(), 404);
});

step('the code of the letter publishes it', async ({ somebody, house }) => {
  house.work();
  [, key] = /key=([0-9A-Za-z_-]+)/.exec(await house.letterWith(number));
  await somebody.goto(`/ar/reports/${number}/confirm?key=${key}`);
  await somebody.locator('main form button').first().click();
  await says(somebody, 'تم تأكيد الإشعار ونشره');
  await says(somebody, 'جماعة بركان');
  await says(somebody, 'أجل الجواب');
});

step('another says: this is my problem too', async ({ youssef }) => {
  await signIn(youssef, 'youssef@demo.example');
  await youssef.goto(`/ar/reports/${number}`);
  await youssef.click('main button:text-is("هذا مشكلي أيضا")');
  await says(youssef, 'داعم واحد');
});

step('the office takes it up, gives it to somebody and answers with a photo', async ({ nadia, house }) => {
  await signIn(nadia, 'nadia@demo.example');
  await nadia.goto('/ar');
  await nadia.locator('nav.menu a[href="/ar/office/reports"]').first().evaluate((it) => it.click());
  await nadia.click(`main a[href="/ar/office/reports/${number}"]`);
  await nadia.click('main a:text-is("إسناد إلى فريق أو موظف")');
  await nadia.selectOption('main [name=officer]', { label: 'نادية الشرقاوي' });
  await nadia.click('main form button.button');
  await says(nadia, 'تم حفظ الإجراء');
  // Without a word, the answer comes back with its photo.
  await nadia.goto(`/ar/office/reports/${number}/do/move?state=fixed`);
  await nadia.setInputFiles('main [name=photos]', picture('المصباح بعد الإصلاح'));
  await nadia.fill('main [name=text]', '\u202Eمخفي');
  await nadia.click('main form[action$="/do/move"] button.button');
  assert.equal(await nadia.locator('main ul.photos img').count(), 1);
  await nadia.fill('main [name=text]', 'تم تغيير المصباحين يوم أمس.');
  await nadia.click('main form[action$="/do/move"] button.button');
  await says(nadia, 'تم حفظ الإجراء');
  house.work();
});

step('the list for the field is kept as a file that asks no server for anything', async ({ nadia, house }) => {
  await nadia.goto('/ar/office/reports');
  await nadia.click('main a:text-is("لائحة الميدان")');
  const answer = await nadia.request.get(await nadia.locator('main a[href*="keep=1"]').getAttribute('href'));
  const file = path.join(house.data, 'field.html');
  writeFileSync(file, await answer.body());
  const offline = await nadia.context().browser().newContext({ offline: true, javaScriptEnabled: false });
  const page = await offline.newPage();
  await page.goto(`file://${file}`);
  const text = await page.locator('body').innerText();
  assert.match(text, /لائحة الميدان/);
  assert.match(text, /بالوعة تفيض على الرصيف/);
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await offline.close();
});

step('everybody sees the answer and its photo', async ({ youssef }) => {
  await until('photo of the repair', async () => {
    await youssef.goto(`/ar/reports/${number}`);
    return (await youssef.locator('main .timeline img').count()) === 1;
  });
  await says(youssef, 'تم تغيير المصباحين يوم أمس.');
  await says(youssef, 'تمت المعالجة');
  const small = await youssef.locator('main .timeline img').getAttribute('src');
  assert.equal((await youssef.request.get(small)).status(), 200);
});

step('its author opens it again, and the office sees why', async ({ somebody, nadia }) => {
  await somebody.goto(`/ar/reports/${number}?key=${key}`);
  await somebody.click('main summary:text-is("المشكل ما زال قائما")');
  await somebody.fill('main [name=reason]', 'المصباح الثاني ما زال طافيا.');
  await somebody.click('main button:text-is("المشكل ما زال قائما")');
  await says(somebody, 'تم فتح الإشعار من جديد');
  await nadia.goto('/ar/office/reports');
  await says(nadia, number);
  await says(nadia, 'فتح من جديد');
  await nadia.goto(`/ar/office/reports/${number}`);
  await says(nadia, 'المصباح الثاني ما زال طافيا.');
});

step('a refusal needs its reason, which everybody reads', async ({ nadia, youssef, somebody }) => {
  await nadia.goto(`/ar/office/reports/${number}/do/move?state=not_responsible`);
  const send = 'main form[action$="/do/move"] button.button:not([name])';
  await nadia.fill('main [name=text]', ' ');
  await nadia.click(send);
  assert.ok(await nadia.isVisible('main .error, main [role=alert]'));
  await nadia.fill('main [name=text]', 'العمود الثاني في ملك المكتب الوطني للكهرباء.');
  // A ready text comes behind what was typed.
  await nadia.click('main button[name=template]');
  assert.match(await nadia.inputValue('main [name=text]'), /^العمود الثاني في ملك المكتب الوطني للكهرباء\.\s+\S/);
  await nadia.click(send);
  await youssef.goto(`/ar/reports/${number}`);
  await says(youssef, 'العمود الثاني في ملك المكتب الوطني للكهرباء.');
  await says(youssef, 'جماعة بركان');
  await somebody.goto(`/ar/reports/${number}?key=${key}`);
  await somebody.click('main a[href*="/complaint"]');
  await says(somebody, '2.17.265');
  await says(somebody, 'مصباحان لا يضيئان');
});

step('whose words are hidden is told why', async ({ youssef, nadia }) => {
  await youssef.goto(`/ar/reports/${number}`);
  await youssef.click('main summary:text-is("إضافة معلومة أو صورة")');
  await youssef.fill('main [name=text]', 'السبب هو جاري فلان.');
  await youssef.click('main button:text-is("إضافة")');
  await nadia.goto(`/ar/office/reports/${number}`);
  const line = nadia.locator('main .timeline > li', { hasText: 'السبب هو جاري فلان.' });
  await line.locator('a:text("حجب عن العموم")').click();
  await nadia.fill('main [name=reason]', 'اتهام لشخص بعينه.');
  await nadia.click('main form[action$="/do/part"] button.button');
  await youssef.goto(`/ar/reports/${number}`);
  assert.ok(!(await youssef.locator('main').innerText()).includes('جاري فلان'));
  await youssef.goto('/ar/notices');
  await says(youssef, 'اتهام لشخص بعينه.');
});

step('its author opens it once more, says that it burns, and rates', async ({ somebody }) => {
  await somebody.goto(`/ar/reports/${number}?key=${key}`);
  await somebody.click('main summary:text-is("المشكل ما زال قائما")');
  await somebody.fill('main [name=reason]', 'العمود الثاني للجماعة.');
  await somebody.click('main button:text-is("المشكل ما زال قائما")');
  await somebody.click('main summary:text-is("المشكل انتهى")');
  await somebody.click('main button:text-is("المشكل انتهى")');
  await says(somebody, 'تمت المعالجة');
  await somebody.check('main [name=rating][value="5"]');
  await somebody.click('main button:text-is("إرسال التقييم")');
  await says(somebody, '5 من 5');
});

walk('a lamp that does not burn', ['somebody', 'youssef', 'nadia'], steps);
