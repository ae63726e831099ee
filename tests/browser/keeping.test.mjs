// SPDX-License-Identifier: Apache-2.0
// What administrators keep: positions, units, the tree, the calendar; what a holder hands on; and what
// each change does to whoever it concerns.
import assert from 'node:assert/strict';
import { fileBuildingPermit, signIn } from './acts.mjs';
import { until } from './house.mjs';
import { main, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
let number, due, position;

const latestDay = async (page) => (await page.locator('main time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime').slice(0, 10))))
  .sort().at(-1);

step('everybody comes in', async (there) => {
  for (const name of ['fatima', 'youssef', 'omar', 'head', 'keeper', 'admin', 'auditor'])
    await signIn(there[name], `${{ keeper: 'local-admin' }[name] ?? name}@demo.example`);
});

step('an administrator founds a position and gives it; its holder is told', async ({ keeper, youssef }) => {
  await keeper.goto('/ar/admin/people');
  await keeper.click('main a[href*="/admin/people/"]:has-text("جماعة بركان")');
  await keeper.fill('main [name=title_ar]', 'مكلفة بالأرشيف');
  await keeper.selectOption('main [name=role]', 'officer');
  await keeper.click('main form[action*="/admin/people/"] button');
  position = new URL(keeper.url()).pathname;
  await keeper.fill('main [name=contact]', 'nobody@demo.example');
  await keeper.click('main form[action$="/give"] button');
  assert.ok(await keeper.isVisible('.errors'), 'nobody has that address');
  await keeper.fill('main [name=contact]', 'youssef@demo.example');
  await keeper.click('main form[action$="/give"] button');
  await says(keeper, 'يوسف الإدريسي');
  await youssef.goto('/ar/notices');
  await says(youssef, 'مكلفة بالأرشيف');
});

step('the holder hands it on for some days, in words, and takes it back', async ({ youssef, omar, house }) => {
  await youssef.goto('/ar/account/delegations');
  await youssef.click('main a[href*="holding="]');
  await youssef.fill('main [name=contact]', 'omar@demo.example');
  await youssef.fill('main [name=matter]', 'فهرسة ملفات سنة مضت');
  await youssef.fill('main [name=until]', house.day(20));
  await youssef.click('main form[action$="/delegations"] button');
  await says(youssef, 'فهرسة ملفات سنة مضت');
  await omar.goto('/ar/notices');
  await says(omar, 'فهرسة ملفات سنة مضت');
  await youssef.click('main form[action$="/end"] button');
  await omar.goto('/ar/notices');
  await says(omar, 'انتهاء تفويض');
});

step('a position that is ended is told too', async ({ keeper, youssef }) => {
  await keeper.goto(position);
  await keeper.click('main form[action$="/end"] button');
  await youssef.goto('/ar/notices');
  await says(youssef, 'انتهاء شغل منصب');
});

step('a day on which offices close moves the last day of a dossier, and the citizen is told', async ({ fatima, admin, house }) => {
  number = await fileBuildingPermit(fatima);
  await fatima.goto(`/ar/dossiers/${number}`);
  due = await latestDay(fatima);
  await admin.goto('/ar/admin/calendar');
  await admin.fill('main [name=first]', due);
  await admin.fill('main [name=name_ar]', 'عطلة استثنائية');
  await admin.click('main form[action$="/admin/calendar"] button');
  assert.ok(await admin.isVisible('.errors'), 'a closure rests on a text');
  await admin.fill('main [name=source]', 'بلاغ رئاسة الحكومة');
  await admin.click('main form[action$="/admin/calendar"] button');
  await says(admin, 'عطلة استثنائية');
  house.later(0.05); // an hour and some: what runs each minute is due again
  house.work();
  await until('later last day', async () => {
    await fatima.goto(`/ar/dossiers/${number}`);
    return (await latestDay(fatima)) > due;
  });
  await fatima.goto('/ar/notices');
  await says(fatima, `تغيّر تاريخ الملف رقم`);
});

step('a provisional holiday is confirmed, and said to be sure', async ({ admin, keeper }) => {
  for (let years = 0; years < 3; ++years) {
    if (await admin.locator('main tr:has-text("مؤقت") a[href*="/admin/calendar/change"]').count()) break;
    await admin.goto(`/ar/admin/calendar?year=${new Date().getFullYear() + years}`);
  }
  const row = admin.locator('main tr:has-text("مؤقت") a[href*="/admin/calendar/change"]').first();
  const change = await row.getAttribute('href');
  await row.click();
  await admin.check('main [name=act][value=confirm]');
  await admin.fill('main [name=source]', 'بلاغ وزارة الأوقاف والشؤون الإسلامية');
  await admin.click('main form[action$="/change"] button');
  await says(admin, 'بلاغ وزارة الأوقاف والشؤون الإسلامية');
  await admin.goto(change);
  assert.ok(!(await main(admin)).includes('مؤقت'));
  assert.equal((await keeper.goto('/ar/admin/calendar')).status(), 403, 'the calendar is one for all');
});

step('an administration is founded, placed, and never under itself', async ({ admin }) => {
  await admin.goto('/ar/admin/administrations/new');
  await admin.fill('main [name=name_ar]', 'وكالة التجربة');
  await admin.fill('main [name=name_fr]', 'Agence de l’essai');
  await admin.selectOption('main [name=kind]', 'establishment');
  await admin.fill('main [name=parent_words]', 'جماعة بركان');
  await admin.click('main button[value=search]');
  assert.equal(await admin.inputValue('main [name=name_ar]'), 'وكالة التجربة');
  await admin.check('main [name=parent][value=commune-berkane]');
  await admin.click('main button[value=save]');
  await says(admin, 'وكالة التجربة');
  await admin.goto('/ar/admin/administrations/commune-berkane/parent');
  await admin.fill('main [name=parent_words]', 'وكالة التجربة');
  await admin.click('main button[value=search]');
  await admin.check('main [name=parent]:not([value=""]):not([value^="province"])');
  await admin.click('main button[value=save]');
  assert.ok(await admin.isVisible('.errors'), 'a circle is refused');
});

step('a unit is closed: its open dossiers are named, and new ones go elsewhere', async ({ keeper, fatima, omar }) => {
  await keeper.goto('/ar/admin/administrations/commune-berkane');
  await keeper.click('main li:has-text("التعمير") a[href*="/admin/units/"]');
  await says(keeper, number);
  await keeper.click('main form[action$="/close"] button');
  await says(keeper, 'إعادة فتح المصلحة');
  await says(keeper, number);
  const later = await fileBuildingPermit(fatima);
  await omar.goto('/ar/desk');
  await says(omar, number);
  await fatima.goto(`/ar/dossiers/${later}`);
  assert.ok(!(await main(fatima)).includes('مصلحة التعمير'), 'the unit takes no new ones');
  await keeper.click('main form[action$="/reopen"] button');
  await says(keeper, 'إغلاق المصلحة');
});

step('the auditor reads in the journal who did what, and that it holds', async ({ auditor, fatima, keeper }) => {
  await auditor.goto('/ar/desk');
  await auditor.click('main a[href$="/ar/journal"]');
  for (const words of ['إسناد منصب', 'إغلاق مصلحة', number]) await says(auditor, words);
  await auditor.selectOption('main [name=kind]', 'directory.unit_closed');
  await auditor.click('main form button');
  await says(auditor, 'إدريس الوزاني');
  assert.ok(!(await auditor.locator('main table').innerText()).includes(number));
  await auditor.goto('/ar/journal/verify');
  await says(auditor, 'السجل سليم');
  for (const other of [fatima, keeper]) assert.equal((await other.goto('/ar/journal')).status(), 403);
});

walk('what is kept', ['fatima', 'youssef', 'omar', 'head', 'keeper', 'admin', 'auditor'], steps, { clock: true });
