// SPDX-License-Identifier: Apache-2.0
// A lamp that does not burn: in Arabic, on a telephone, with scripts off. Reported without an
// account, confirmed by the letter's code, supported by another, answered by the office, rated.
import assert from 'node:assert/strict';
import { reportLamp, signIn } from './acts.mjs';
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

step('its author says that it burns again, and rates', async ({ somebody }) => {
  await somebody.goto(`/ar/reports/${number}?key=${key}`);
  await somebody.click('main summary:text-is("المشكل انتهى")');
  await somebody.click('main button:text-is("المشكل انتهى")');
  await says(somebody, 'تمت المعالجة');
  await somebody.check('main [name=rating][value="5"]');
  await somebody.click('main button:text-is("إرسال التقييم")');
  await says(somebody, '5 من 5');
});

walk('a lamp that does not burn', ['somebody', 'youssef'], steps);
