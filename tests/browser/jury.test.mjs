// SPDX-License-Identifier: Apache-2.0
// A jury from its rules to a table that anybody makes again: a judge with a conflict, ballots on
// paper, the vote of the public, an order that people decide on. In Arabic, on a telephone, with
// scripts off; days pass on the machine's clock.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signIn } from './acts.mjs';
import { binary } from './house.mjs';
import { main, paperText, says, walk } from './walk.mjs';

const code = 'berkane-jury';
const jury = `/ar/challenges/${code}/jury`;
const links = {};
const teams = {};
let number;

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
const again = (page, who) => page.context().clearCookies().then(() => signIn(page, `${who}@demo.example`));
const send = (page, value) => page.click(`main button[name=do][value="${value}"]`);
const local = (link, house) => link.replace(/^https?:\/\/[^/]+/, house.url);
const tick = async (page, marks) => {
  for (const [n, mark] of marks.entries()) await page.check(`main [name=mark_${n + 1}][value="${mark}"]`);
};

step('a head says what each mark means, who votes, and who judges', async ({ head, house }) => {
  await signIn(head, 'head@demo.example');
  await head.goto('/ar/office/challenges/new');
  await head.check('main [name=model][value=local-challenge]');
  await head.fill('main [name=name_ar]', 'تحدي بركان');
  await head.fill('main [name=code]', code);
  await head.fill('main [name=first]', house.day(0));
  await head.click('main form button.button');
  await head.goto(`/ar/office/challenges/${code}/call`);
  await head.fill('main [name=summary_ar]', 'من أجل استقبال أفضل.');
  await head.fill('main [name=rules_ar]', 'لكل شخص فريق واحد.');
  await head.click('main form button.button');
  await head.goto(`/ar/office/challenges/${code}`);
  await head.goto(`/ar/office/challenges/${code}/themes`);
  await head.fill('main [name=name_ar]', 'الاستقبال');
  await head.click('main form button.button >> nth=-1');
  await head.goto(`/ar/office/challenges/${code}`);
  await send(head, 'publish');
  await head.goto(`${jury}/office`);
  await head.fill('main [name=each]', '2');
  await send(head, 'rules');
  for (const name of ['الأثر', 'الجدوى']) {
    await head.click('main summary:text-is("إضافة معيار")');
    await head.fill('main [name=name_ar]', name);
    await head.fill('main [name=labels_ar]', 'ضعيف جدا\nضعيف\nمتوسط\nجيد\nممتاز');
    await send(head, 'criterion');
    await says(head, name);
  }
  await head.click('main summary:text-is("إضافة معيار")');
  await head.check('main [name=phase][value=shortlisting]');
  await head.fill('main [name=name_ar]', 'الصلة بالتحدي');
  await send(head, 'criterion');
  await says(head, 'معايير الانتقاء');
  for (const [who, chair] of [['commission', true], ['interior', false], ['governor', false]]) {
    await head.goto(`${jury}/office`);
    await head.click('main summary:text-is("دعوة محكم")');
    await head.fill('main [name=address]', `${who}@example.ma`);
    if (chair) await head.check('main [name=chair]');
    await send(head, 'call');
    links[who] = (await head.locator('main bdi, main span', { hasText: '/jury/seat?' }).last().innerText()).trim();
  }
  await head.goto(`/ar/challenges/${code}/vote/office`);
  await head.fill('main [name=first]', house.day(1));
  await head.fill('main [name=last]', house.day(42));
  await head.check('main [name=voters][value=confirmed]');
  await send(head, 'keep');
  await says(head, 'بعد نهاية أجل إيداع المشاريع');
  assert.equal(await head.inputValue('main [name=last]'), house.day(42));
  await head.fill('main [name=first]', house.day(41));
  await send(head, 'keep');
  await says(head, 'تم الحفظ');
});

step('two teams send their projects', async ({ fatima, youssef, house }) => {
  for (const [page, who, name] of [[fatima, 'fatima', 'النهر'], [youssef, 'youssef', 'الجسر']]) {
    await again(page, who);
    await page.goto(`/ar/challenges/${code}/teams/new`);
    await page.fill('main [name=name]', name);
    await page.selectOption('main [name=statement]', { index: 1 });
    await page.fill('main [name=pitch]', 'طريق أقصر.');
    await page.fill('main [name=profession]', 'تقني');
    await page.click('main form button.button');
    await says(page, 'تم إحداث الفريق');
    teams[who] = new URL(page.url()).pathname;
  }
  house.later(31);
  for (const [page, who] of [[fatima, 'fatima'], [youssef, 'youssef']]) {
    await again(page, who);
    await page.goto(`${teams[who]}/submission`);
    await page.fill('main [name=title]', who === 'fatima' ? 'نهر الوثائق' : 'جسر القرى');
    for (const field of ['summary', 'problem', 'solution', 'serves']) await page.fill(`main [name=${field}]`, 'نص قصير.');
    await page.click('main form[action$="/submission"] button.button');
    await says(page, 'وصل المشروع');
  }
});

step('judges take their seats; one of them is near a team and says so', async ({ leila, samir, governor, house }) => {
  house.later(37.5);
  for (const [page, who] of [[leila, 'commission'], [samir, 'interior'], [governor, 'governor']]) {
    await again(page, who);
    await page.goto(local(links[who], house));
    await send(page, 'take');
    await says(page, 'حالات التنافي');
    if (who === 'governor') {
      await page.locator('main label', { hasText: 'النهر' }).click();
      await send(page, 'declare');
      await says(page, 'هذه الخانة ضرورية');
      await page.locator('main label', { hasText: 'النهر' }).click();
      await page.fill('main [name=reason]', 'قرابة مع عضوة في الفريق.');
    }
    await send(page, 'declare');
  }
});

step('what was sent is given out to be read before the shortlist, or it is said why it cannot be', async ({ head, governor }) => {
  await again(head, 'head');
  await head.goto(`${jury}/first`);
  await head.fill('main [name=each]', '3');
  await head.click('main button:text-is("إسناد المشاريع إلى القراء")');
  await says(head, 'لا يكفي المحكمون للمشاريع الآتية: النهر');
  assert.equal(await head.inputValue('main [name=each]'), '3');
  await head.fill('main [name=each]', '2');
  await head.click('main button:text-is("إسناد المشاريع إلى القراء")');
  await says(head, 'قراءات المحكمين');
  await governor.goto(`${jury}/first`);
  await says(governor, 'حالة تناف');
  await governor.locator('main table').first().locator('a').first().click();
  await says(governor, 'جسر القرى');
  await governor.check('main [name=mark_1][value="4"]');
  await governor.click('main form[action*="/jury/first/"] button.button');
  await says(governor, 'تم الحفظ');
});

step('the jury is given what it judges', async ({ leila, samir, governor, head, house }) => {
  house.later(40.3);
  for (const [page, who] of [[leila, 'commission'], [samir, 'interior'], [governor, 'governor']]) await again(page, who);
  await again(head, 'head');
  await head.goto(`${jury}/office`);
  await send(head, 'assign');
  await says(head, 'حالة تناف واحدة مسجلة');
  await governor.goto(`${jury}/seat`);
  assert.ok(!(await governor.locator('main table').first().innerText()).includes('نهر الوثائق'), 'he is not given what he is near to');
});

step('a judge writes on paper, and two persons read it', async ({ nadia, admin }) => {
  await again(nadia, 'nadia');
  await nadia.goto(jury);
  await nadia.click('main a:text-is("أوراق التقييم")');
  await nadia.locator('main tr', { hasText: 'سمير' }).locator('button').click();
  // The browser takes the file; the page stays.
  await nadia.goto(`${jury}/papers`);
  const judge = await nadia.locator('main tr', { hasText: 'سمير' }).locator('button').getAttribute('value');
  await nadia.setContent(`<a href="${new URL(`${jury}/papers/print/${judge}`, nadia.url()).href}">x</a>`).catch(() => {});
  const text = await paperText(nadia, 'a');
  number = /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)[0];
  assert.ok(text.includes('ممتاز'), 'the scale is printed with its words');
  await nadia.goto(`${jury}/papers`);
  await nadia.fill('main [name=number]', number.replace(/.$/, (sign) => (sign === 'A' ? 'C' : 'A')));
  await nadia.click('main button:text-is("فتح الورقة")');
  await says(nadia, 'يرجى نقله من جديد من أعلى الورقة');
  await nadia.fill('main [name=number]', number.toLowerCase().replaceAll('-', ' '));
  await nadia.click('main button:text-is("فتح الورقة")');
  await says(nadia, 'النقل الأول');
  await tick(nadia, [4, 3]);
  await nadia.click('main button:text-is("حفظ النقل")');
  await says(nadia, 'تنتظر الورقة نقلا ثانيا');
  await again(admin, 'local-admin');
  await admin.goto(`${jury}/papers/${number}`);
  await says(admin, 'لا يظهر هنا ما نقل أول مرة');
  assert.equal(await admin.locator('main [name=mark_1]:checked').count(), 0);
  await tick(admin, [4, 5]);
  await admin.click('main button:text-is("حفظ النقل")');
  await says(admin, 'نقل شخصان هذه الورقة نقلا مختلفا');
  assert.equal(await admin.locator('main [name=mark_1]').count(), 0);
  await admin.check('main [name=mark_2][value="3"]');
  await admin.click('main button:text-is("الحسم من الورقة")');
  await says(admin, 'حسم نقل الورقة');
});

step('the chair opens that paper again, and it is read anew', async ({ leila, nadia, admin, samir }) => {
  await leila.goto(`${jury}/office`);
  await leila.click('main a:text-is("أوراق حسم نقلها")');
  await says(leila, number);
  await leila.fill('main [name=number]', number);
  await leila.click('main button:text-is("إعادة فتح الورقة")');
  await says(leila, 'هذه الخانة ضرورية');
  await leila.fill('main [name=reason]', 'نقلت نقطة الجدوى خطأ.');
  await leila.click('main button:text-is("إعادة فتح الورقة")');
  await says(leila, 'أعيد فتح الورقة وأخبر محكمها');
  for (const [page, told] of [[nadia, 'تنتظر الورقة نقلا ثانيا'], [admin, 'حسم نقل الورقة']]) {
    await page.goto(`${jury}/papers/${number}`);
    await says(page, 'نقلت نقطة الجدوى خطأ.');
    assert.equal(await page.locator('main [name^=mark_]:checked').count(), 0, 'nobody sees what was read before');
    await tick(page, [4, 3]);
    await page.click('main button:text-is("حفظ النقل")');
    await says(page, told);
  }
  await samir.goto('/ar/notices');
  await says(samir, 'أعيد فتح ورقة تقييمكم');
});

step('the others mark on the screen', async ({ leila, samir, governor }) => {
  let marked = 0;
  for (const page of [leila, samir, governor]) {
    await page.goto(`${jury}/seat`);
    const open = await page.locator('main table tbody tr', { hasText: 'في انتظار التقييم' }).locator('a').evaluateAll((all) => all.map((one) => one.href));
    for (const link of open) {
      await page.goto(link);
      const river = (await main(page)).includes('نهر الوثائق');
      await tick(page, river ? [5, 4] : [3, 3]);
      await page.fill('main [name=comment]', 'عمل جيد');
      await page.click('main button:text-is("حفظ التقييم")');
      await says(page, 'تم الحفظ');
      ++marked;
    }
  }
  assert.equal(marked, 3, 'four ballots, one of which came on paper');
});

step('the public votes, each once, and nobody reads it yet', async ({ fatima, youssef, omar, head, house }) => {
  house.later(41.5);
  await omar.goto(`/ar/challenges/${code}`);
  await omar.click('main a:text-is("تصويت العموم")');
  await says(omar, 'يلزم الدخول إلى الحساب للتصويت');
  await again(fatima, 'fatima');
  await fatima.goto(`/ar/challenges/${code}/vote`);
  assert.equal(await fatima.locator('main label', { hasText: 'نهر الوثائق' }).count(), 0);
  await fatima.locator('main label', { hasText: 'جسر القرى' }).click();
  await fatima.click('main button:text-is("التصويت")');
  await says(fatima, 'سجل الصوت');
  await again(omar, 'omar');
  await omar.goto(`/ar/challenges/${code}/vote`);
  await omar.click('main button:text-is("التصويت")');
  await says(omar, 'يرجى اختيار مشروع من اللائحة');
  await omar.locator('main label', { hasText: 'جسر القرى' }).click();
  await omar.click('main button:text-is("التصويت")');
  await omar.locator('main label', { hasText: 'نهر الوثائق' }).click();
  await omar.click('main button:text-is("تغيير الصوت")');
  await says(omar, 'الصوت المسجل: نهر الوثائق');
  await again(youssef, 'youssef');
  await youssef.goto(`/ar/challenges/${code}/vote`);
  await youssef.locator('main label', { hasText: 'نهر الوثائق' }).click();
  await youssef.click('main button:text-is("التصويت")');
  await again(head, 'head');
  await head.goto(`/ar/challenges/${code}/vote`);
  assert.ok(!(await main(head)).includes('نتيجة تصويت'), 'the organiser sees no result either');
});

step('the chair decides on another order and says why; anybody makes the table again', async ({ leila, head, fatima, house }) => {
  house.later(45.5);
  await again(leila, 'commission');
  await leila.goto(`${jury}/office`);
  await leila.fill('main [name=minutes]', 'تداولت اللجنة يوم الجمعة.');
  await leila.click('main summary:text-is("الترتيب النهائي")');
  const name = await leila.locator('main label', { hasText: 'جسر القرى' }).getAttribute('for');
  await leila.fill(`#${name}`, '1');
  await send(leila, 'deliberate');
  await says(leila, 'يرجى ذكر أسباب ذلك');
  assert.equal(await leila.inputValue(`#${name}`), '1');
  await leila.fill('main [name=order_reason]', 'يصل إلى قرى أكثر.');
  await send(leila, 'deliberate');
  await says(leila, 'تم الحفظ');
  await again(head, 'head');
  await head.goto(`${jury}/office`);
  await send(head, 'publish');
  await again(fatima, 'fatima');
  await fatima.goto(jury);
  await says(fatima, 'يصل إلى قرى أكثر.');
  await says(fatima, 'نتيجة تصويت العموم');
  await says(fatima, 'سجلت 3 أصوات');
  const file = path.join(tmpdir(), `${process.pid}.jury`);
  const record = await fatima.request.get(`${jury}/record`);
  writeFileSync(file, await record.body());
  const table = await (await fatima.request.get(`${jury}/table`)).text();
  assert.equal(execFileSync(binary, ['challenge', 'recompute', file], { encoding: 'utf8' }), table);
  rmSync(file);
});

walk('a jury', ['head', 'nadia', 'admin', 'leila', 'samir', 'governor', 'fatima', 'youssef', 'omar'], steps, { clock: true });
