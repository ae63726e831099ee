// SPDX-License-Identifier: Apache-2.0
// An edition from its model to the second after its deadline: in Arabic, on a telephone, with
// scripts off. Days pass on the machine's clock.
import assert from 'node:assert/strict';
import { paper, signIn } from './acts.mjs';
import { says, walk } from './walk.mjs';

const code = 'berkane-journey';
let team, link, mentorLink;

// From now to the beginning of that day in Morocco, whose clock is an hour back in Ramadan.
function daysUntilMidnightOf(day) {
  const zone = new Intl.DateTimeFormat('en', { timeZone: 'Africa/Casablanca', timeZoneName: 'shortOffset' })
    .formatToParts(new Date(day)).find((part) => part.type === 'timeZoneName').value;
  return (Date.parse(day) - Number(zone.replace('GMT', '') || 0) * 3_600_000 - Date.now()) / 86_400_000;
}

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
const again = (page, who) => page.context().clearCookies().then(() => signIn(page, `${who}@demo.example`));
const send = (page, value) => page.click(`main button[name=do][value="${value}"]`);

step('a head opens an edition from a model, and it is published once it can be read', async ({ head, house, fatima }) => {
  await signIn(head, 'head@demo.example');
  await head.goto('/ar/office/challenges');
  await says(head, 'لم تنظم إدارتكم أي دورة بعد');
  await head.click('main a[href$="/office/challenges/new"]');
  await head.check('main [name=model][value=idarathon]');
  await head.fill('main [name=name_ar]', 'إدارثون بركان');
  await head.fill('main [name=code]', 'Berkane 2026');
  await head.fill('main [name=first]', house.day(0));
  await head.click('main form button.button');
  await says(head, 'يتكون الرمز من 3 إلى 40 علامة');
  assert.equal(await head.inputValue('main [name=name_ar]'), 'إدارثون بركان');
  await head.fill('main [name=code]', code);
  await head.click('main form button.button');
  await says(head, 'فتحت الدورة مسودة');
  assert.equal((await fatima.goto(`/ar/challenges/${code}`)).status(), 404);
  await send(head, 'publish');
  await says(head, 'يلزم تقديم للدورة قبل نشرها');
  await head.goto(`/ar/office/challenges/${code}/call`);
  await head.fill('main [name=summary_ar]', 'من أجل استقبال أفضل.');
  await head.fill('main [name=rules_ar]', 'لكل شخص فريق واحد.');
  await head.click('main form button.button');
  await head.goto(`/ar/office/challenges/${code}/themes`);
  await head.fill('main [name=name_ar]', 'الاستقبال');
  await head.click('main form button.button >> nth=-1');
  await head.goto(`/ar/office/challenges/${code}/statements`);
  await head.selectOption('main [name=theme]', { index: 1 });
  await head.fill('main [name=title_ar]', 'كيف نقلص الانتظار؟');
  await head.fill('main [name=text_ar]', 'ينتظر المرتفق ساعتين.');
  await head.click('main form button.button >> nth=-1');
  await says(head, 'تم الحفظ');
  await head.goto(`/ar/office/challenges/${code}`);
  await send(head, 'publish');
  await says(head, 'نشرت الدورة');
  await fatima.goto('/ar');
  await fatima.locator('nav.menu a[href="/ar/challenges"]').first().evaluate((it) => it.click());
  await fatima.click(`main a[href="/ar/challenges/${code}"]`);
  await says(fatima, 'كيف نقلص الانتظار؟');
});

step('nobody founds a team too early, nor who is not eligible', async ({ omar, fatima }) => {
  await signIn(omar, 'omar@demo.example');
  assert.equal((await omar.goto(`/ar/challenges/${code}/teams/new`)).status(), 409);
  await says(omar, 'يفتح هذا ابتداء من');
  await signIn(fatima, 'fatima@demo.example');
  assert.equal((await fatima.goto(`/ar/challenges/${code}/teams/new`)).status(), 403);
  await says(fatima, 'مخصصة للموظفات والموظفين');
});

step('a civil servant founds a team; a name of blanks comes back with the rest', async ({ omar, house }) => {
  house.later(4);
  await again(omar, 'omar');
  await omar.goto(`/ar/challenges/${code}/teams/new`);
  await omar.fill('main [name=name]', ' ');
  await omar.selectOption('main [name=statement]', { index: 1 });
  await omar.fill('main [name=pitch]', 'موعد قبل المجيء.');
  await omar.fill('main [name=profession]', 'تقني');
  await omar.click('main form button.button');
  await says(omar, 'هذه الخانة ضرورية');
  assert.equal(await omar.inputValue('main [name=pitch]'), 'موعد قبل المجيء.');
  await omar.fill('main [name=name]', 'الموعد');
  await omar.click('main form button.button');
  await says(omar, 'تم إحداث الفريق');
  team = new URL(omar.url()).pathname;
  await send(omar, 'invite');
  link = (await omar.locator('main bdi, main span', { hasText: '/join/' }).last().innerText()).trim();
});

step('one joins by the link, another asks and is accepted', async ({ nadia, governor, omar, house }) => {
  await again(nadia, 'nadia');
  await nadia.goto(link.replace(/^https?:\/\/[^/]+/, house.url));
  await nadia.fill('main [name=profession]', 'متصرفة');
  await nadia.check('main [name=gender][value=woman]');
  await nadia.click('main form button.button');
  await says(nadia, 'مرحبا بكم في الفريق');
  await again(governor, 'governor');
  await governor.goto(team);
  await governor.fill('main [name=text]', 'أعرف قسم التعمير.');
  await governor.fill('main [name=profession]', 'مهندسة');
  await governor.check('main [name=gender][value=woman]');
  await send(governor, 'ask');
  await says(governor, 'أرسل الطلب إلى منسق الفريق');
  await omar.goto(team);
  await says(omar, 'أعرف قسم التعمير.');
  await send(omar, 'decline');
  await says(omar, 'هذه الخانة ضرورية');
  await send(omar, 'accept');
  await says(omar, 'تم قبول الطلب');
  await says(omar, '66 % (2 من 3)');
});

step('a mentor comes by a letter, offers hours, and one is booked once', async ({ head, mentor, omar, nadia, house }) => {
  await again(head, 'head');
  await head.goto(`/ar/office/challenges/${code}`);
  await head.fill('main [name=address]', 'mentor@example.ma');
  await send(head, 'mentor');
  mentorLink = (await head.locator('main bdi, main span', { hasText: '/mentor?' }).last().innerText()).trim();
  await again(mentor, 'interior');
  await mentor.goto(mentorLink.replace(/^https?:\/\/[^/]+/, house.url));
  await mentor.fill('main [name=skills]', 'تجربة المرتفق');
  await send(mentor, 'accept');
  await mentor.fill('main [name=day]', house.day(19));
  await mentor.fill('main [name=place]', 'مقر الجماعة');
  await send(mentor, 'offer');
  await says(mentor, 'غير محجوز');
  house.later(18);
  await again(omar, 'omar');
  await again(nadia, 'nadia');
  await omar.goto(`/ar/challenges/${code}/mentors`);
  await nadia.goto(`/ar/challenges/${code}/mentors`);
  for (const one of [omar, nadia]) {
    await one.selectOption('main [name=hour]', { index: 1 });
    await one.fill('main [name=topic]', 'كيف نجرب؟');
    await send(one, 'book');
  }
  await says(omar, 'تم حجز الموعد');
  await says(nadia, 'سبق فريق آخر إلى هذا الموعد');
  assert.equal(await nadia.inputValue('main [name=topic]'), 'كيف نجرب؟');
});

step('what two members write at once is lost to neither', async ({ omar, nadia }) => {
  await omar.goto(`${team}/work/define`);
  await nadia.goto(`${team}/work/define`);
  await omar.fill('main [name=problem]', 'ساعتان من الانتظار.');
  await send(omar, 'write');
  await says(omar, 'تم الحفظ');
  await nadia.fill('main [name=problem]', 'لا أحد يعرف متى يأتي دوره.');
  await send(nadia, 'write');
  await says(nadia, 'كتب عضو آخر في هذه الصفحة');
  await says(nadia, 'ساعتان من الانتظار.');
  assert.equal(await nadia.inputValue('main [name=problem]'), 'لا أحد يعرف متى يأتي دوره.');
});

step('the project is sent, with a file that a refusal does not lose, and looked at as the jury will', async ({ omar, house }) => {
  house.later(25);
  await again(omar, 'omar');
  await omar.goto(`${team}/submission`);
  await says(omar, /بقيت \d+ أيام/);
  await omar.fill('main [name=title]', 'موعدي');
  for (const name of ['summary', 'problem', 'serves']) await omar.fill(`main [name=${name}]`, 'نص قصير.');
  await omar.fill('main [name=solution]', ' ');
  await omar.setInputFiles('main [name=files]', paper('العرض'));
  await omar.click('main form[action$="/submission"] button.button');
  await says(omar, 'هذه الخانة ضرورية');
  assert.equal(await omar.locator('main [name=kept]').count(), 1);
  // Files carry the machine's own time, so that the moved clock's sweep may take what no row names.
  await omar.uncheck('main [name=kept]');
  await omar.setInputFiles('main [name=files]', paper('العرض'));
  await omar.fill('main [name=solution]', 'حجز قبل المجيء.');
  await omar.click('main form[action$="/submission"] button.button');
  await says(omar, 'وصل المشروع');
  await omar.goto(`${team}/preview`);
  await says(omar, 'دون اسم الفريق');
  const text = await omar.locator('main dl.summary').innerText();
  assert.ok(!text.includes('الموعد\n'), 'the name of the team is hidden');
  const file = await omar.request.get(await omar.locator('main a[href*="/files/"]').getAttribute('href'));
  assert.equal(file.headers()['content-type'], 'application/pdf');
});

step('a second late is late, and what was typed stands there still', async ({ omar, house, fatima }) => {
  const days = daysUntilMidnightOf(house.day(31));
  house.later(days - 0.003);
  await again(omar, 'omar');
  await omar.goto(`${team}/submission`);
  await omar.fill('main [name=title]', 'موعدي، صيغة أخيرة');
  house.later(days + 0.001);
  await omar.click('main form[action$="/submission"] button.button');
  await says(omar, 'لا يقبل إيداع بعده إلا بقرار معلل');
  assert.equal(await omar.inputValue('main [name=title]'), 'موعدي، صيغة أخيرة');
  await omar.goto(`${team}/submission`);
  await says(omar, 'تقرأ لجنة التحكيم آخر صيغة');
  assert.equal(await omar.locator('main [name=title]').count(), 0);
  await fatima.goto(`/ar/challenges/${code}/projects`);
  await says(fatima, 'تعرض المشاريع عند التتويج');
});

walk('an edition of challenges', ['head', 'omar', 'nadia', 'governor', 'mentor', 'fatima'], steps, { clock: true });
