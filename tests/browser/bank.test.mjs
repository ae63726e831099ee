// SPDX-License-Identifier: Apache-2.0
// From an idea to a measured effect: in Arabic, on a telephone and on a desk, with scripts off. A
// citizen writes an idea and sees what is like it; a reviewer decides; an administration takes it
// up, tries it, and reports an effect, a bad one too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signIn } from './acts.mjs';
import { openBrowser, person, picture, startHouse } from './house.mjs';
import { says } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
const title = 'رسالة قصيرة لأصحاب رخص البناء';
const day = (house, back) => house.day(-back);

// What a disclosure holds is reached without scripts too.
const open = (page, words) => page.click(`main summary:text-is("${words}")`);
const send = (page, words) => page.click(`main form button:text-is("${words}")`);

step('the bank leads to what is known, and to what answers an obstacle', async ({ youssef, shot }) => {
  await youssef.goto('/ar');
  await youssef.locator('nav.menu a[href="/ar/bank"]').first().evaluate((it) => it.click());
  await says(youssef, 'اعتبار');
  await shot(youssef, 'bank');
  await youssef.goto('/ar/bank/needs');
  await shot(youssef, 'bank-needs');
  await youssef.click('main a:text-is("الموارد البشرية")');
  await says(youssef, 'ويجب أن يستمر المرفق');
  await youssef.goto('/ar/bank?q=%D8%A7%D9%84%D9%81%D9%84%D8%A7%D8%AD%D8%A9');
  await says(youssef, 'العاملون في الفلاحة');
});

step('an idea is written, and what is like it is shown before the rest is asked', async ({ youssef, shot, seen }) => {
  await signIn(youssef, 'youssef@demo.example');
  await youssef.goto('/ar/bank/new');
  await send(youssef, 'متابعة');
  await says(youssef, 'المرجو ملء هذه الخانة');
  await youssef.fill('main [name=title]', title);
  await youssef.fill('main [name=problem]', 'لا يعرف صاحب ملف التعمير أين وصل ملفه.');
  await send(youssef, 'متابعة');
  await says(youssef, 'في البنك ما يشبه هذه الفكرة');
  await says(youssef, 'رسالة قصيرة تخبر بمآل ملف التعمير');
  assert.equal(await youssef.inputValue('main [name=title]'), title);
  await shot(youssef, 'bank-write');
  await youssef.fill('main [name=solution]', 'رسالة عند كل قرار.');
  await youssef.check('main [name=procedures][value=building-permit]');
  await open(youssef, 'تفاصيل أخرى: الإثبات والكلفة والنقل');
  await youssef.fill('main [name=cost]', 'ألف درهم');
  await send(youssef, 'إرسال الاقتراح');
  await says(youssef, 'المرجو كتابة المبلغ بالدرهم');
  assert.equal(await youssef.inputValue('main [name=cost]'), 'ألف درهم', 'nothing typed is lost');
  await youssef.fill('main [name=cost]', '1000,50');
  await youssef.fill('main [name=serves]', 'طالبو الرخص');
  await send(youssef, 'إرسال الاقتراح');
  await says(youssef, 'المرجو بيان العلاقة');
  await shot(youssef, 'bank-relation');
  await youssef.check('main [name^=relation-][value=differs]');
  await youssef.fill('main [name^=reason-]', 'تشمل رخص الإصلاح والهدم كذلك.');
  await send(youssef, 'إرسال الاقتراح');
  await says(youssef, 'تم تسجيل الاقتراح');
  await says(youssef, 'في انتظار الدراسة');
  seen.number = /bank\/([0-9A-Z-]+)/.exec(youssef.url())[1];
  await youssef.goto('/ar/account/bank');
  await says(youssef, title);
});

step('nobody else sees it until a reviewer has listed it, with the reason', async ({ leila, nadia, shot, seen }) => {
  await signIn(nadia, 'nadia@demo.example');
  assert.equal((await nadia.goto(`/ar/bank/${seen.number}`)).status(), 404);
  await signIn(leila, 'commission@demo.example');
  await leila.goto('/ar/office/bank');
  await shot(leila, 'bank-office');
  await leila.click(`main a:text-is("${title}")`);
  await leila.click('main a:text-is("الشروع في الدراسة")');
  await send(leila, 'الشروع في الدراسة');
  await leila.click('main a:text-is("إدراج في البنك")');
  await shot(leila, 'bank-step');
  await leila.fill('main [name=reason]', 'حل واضح يشمل رخصا أخرى.');
  await send(leila, 'إدراج في البنك');
  await says(leila, 'مدرج في البنك');
});

step('its author words it better, and everybody reads what it said before', async ({ youssef, nadia, shot, seen }) => {
  await youssef.goto(`/ar/bank/${seen.number}/edit`);
  await youssef.fill('main [name=solution]', 'رسالة عند كل قرار، بالعربية والأمازيغية.');
  await send(youssef, 'حفظ التعديل');
  await says(youssef, 'هذه الخانة');
  await youssef.fill('main [name=reason]', 'إضافة الأمازيغية.');
  await send(youssef, 'حفظ التعديل');
  await says(youssef, 'بالعربية والأمازيغية');
  await nadia.goto(`/ar/bank/${seen.number}`);
  await nadia.click('main a:text-is("صيغة سابقة واحدة")');
  await says(nadia, 'إضافة الأمازيغية.');
  await shot(nadia, 'bank-wordings');
  await nadia.click('main .timeline a');
  await says(nadia, 'رسالة عند كل قرار.');
  await says(nadia, 'ما تغير بعدها');
  await shot(nadia, 'bank-wording');
  await nadia.click('main a:text-is("الصيغة الحالية")');
  await says(nadia, 'بالعربية والأمازيغية');
});

step('an administration opens an adoption file, and its head decides', async ({ nadia, head, shot, seen }) => {
  await nadia.goto(`/ar/bank/${seen.number}`);
  await says(nadia, 'حل واضح يشمل رخصا أخرى.');
  await nadia.click('main a:text-is("تبني المشروع في إدارتنا")');
  await shot(nadia, 'bank-adopt');
  if (!(await nadia.inputValue('main [name=administration]')))
    await nadia.selectOption('main [name=administration]', { label: 'جماعة بركان' });
  await nadia.fill('main [name=why]', 'تقليص التردد على الشباك');
  await send(nadia, 'فتح ملف التبني');
  await says(nadia, 'القرار الآن لرئيس الإدارة');
  seen.file = /adoptions\/(\d+)/.exec(nadia.url())[1];
  await signIn(head, 'head@demo.example');
  await head.goto(`/ar/office/adoptions/${seen.file}`);
  await send(head, 'قبول التبني');
  await says(head, 'تم الحفظ');
  await send(head, 'بدء التجربة');
  await says(head, 'يملأ هذا قبل بدء التجربة');
});

step('the file is written, the pilot begins, and an effect is reported', async ({ nadia, house, shot, seen }) => {
  await nadia.goto(`/ar/office/adoptions/${seen.file}/edit`);
  await nadia.selectOption('main [name=owner]', { label: 'نادية الشرقاوي' });
  await nadia.fill('main [name=legal_basis]', 'القانون رقم 55.19');
  await nadia.fill('main [name=plan]', 'مصلحة التعمير لمدة شهر');
  await nadia.fill('main [name=pilot_from]', day(house, 40));
  await nadia.fill('main [name=pilot_until]', day(house, 50));
  await send(nadia, 'حفظ');
  await says(nadia, 'ترتيب الأيام غير صحيح');
  assert.equal(await nadia.inputValue('main [name=plan]'), 'مصلحة التعمير لمدة شهر');
  await shot(nadia, 'bank-file-edit');
  await nadia.fill('main [name=pilot_until]', day(house, 2));
  await send(nadia, 'حفظ');
  await send(nadia, 'بدء التجربة');
  await nadia.click('main a:text-is("تسجيل أثر مقيس")');
  await nadia.selectOption('main [name=indicator]', 'k6');
  await nadia.fill('main [name=unit]', 'يوم عمل');
  await nadia.check('main [name=better][value=lower]');
  for (const [name, value] of Object.entries({
    before_value: '30', before_from: day(house, 90), before_until: day(house, 60), before_n: '80',
    after_value: '34,5', after_from: day(house, 40), after_until: day(house, 2), after_n: 'صفر',
  })) await nadia.fill(`main [name=${name}]`, value);
  await nadia.fill('main [name=method]', 'وسيط المدة من سجل الملفات');
  await send(nadia, 'تسجيل أثر مقيس');
  await says(nadia, 'المرجو بيان عدد الحالات التي قيست');
  assert.equal(await nadia.inputValue('main [name=after_value]'), '34,5');
  await shot(nadia, 'bank-effect');
  await nadia.fill('main [name=after_n]', '61');
  await send(nadia, 'تسجيل أثر مقيس');
  await says(nadia, 'تم تسجيل الأثر');
  await shot(nadia, 'bank-file');
});

step('everybody reads the whole line, the bad result included', async ({ youssef, shot, seen }) => {
  await youssef.goto(`/ar/bank/${seen.number}`);
  await says(youssef, 'تراجع');
  await says(youssef, 'جماعة بركان');
  assert.equal(await youssef.locator('main svg.line .bad').count(), 1);
  await shot(youssef, 'bank-entry');
  const json = await (await youssef.request.get('/api/v1/bank.json?measured=1')).json();
  assert.equal(json.entries.find((one) => one.number === seen.number).cost, '1000.5');
  await youssef.goto('/ar/notices');
  await says(youssef, 'أثر مقيس');
});

step('stopping it wants a reason, which everybody reads', async ({ head, youssef, seen }) => {
  await head.goto(`/ar/office/adoptions/${seen.file}`);
  await open(head, 'توقيف');
  await head.fill('main [name=reason]', 'لم تتحسن المدة.');
  await send(head, 'توقيف');
  await says(head, 'متوقف');
  await youssef.goto(`/ar/bank/${seen.number}`);
  await says(youssef, 'لم تتحسن المدة.');
});

for (const width of [360, 1280])
  test(`an idea that is taken up and measured, at ${width}`, async (t) => {
    const house = await startHouse();
    const browser = await openBrowser();
    const there = { house, seen: {}, shot: (page, name) => picture(page, `${name}-${width}`) };
    try {
      for (const one of ['youssef', 'leila', 'nadia', 'head']) there[one] = await person(browser, house.url, { width });
      for (const [what, walked] of steps) {
        let done = false;
        await t.test(what, async () => {
          await walked(there);
          done = true;
        });
        if (!done) break;
      }
    } finally {
      await browser.close();
      await house.stop();
    }
  });
