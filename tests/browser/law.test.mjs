// SPDX-License-Identifier: Apache-2.0
// When the administration refuses or says nothing: appeal, claim, escalation and attestation, each
// on its own clock (law 55.19 arts 18 to 21). Days pass on the machine's clock.
import assert from 'node:assert/strict';
import { act, actAndConfirm, fileBuildingPermit, signIn } from './acts.mjs';
import { main, paperText, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
let refused, escalated, silent, attestation;

// A session does not live through weeks: everybody comes in again.
async function daysLater({ house, ...people }, days) {
  house.later(days);
  for (const name of ['fatima', 'omar', 'head', 'governor']) {
    await people[name].context().clearCookies();
    await signIn(people[name], `${name}@demo.example`);
  }
}

const reasons = { reasons: 'العلو المطلوب يتجاوز ما يسمح به تصميم التهيئة.', articles: 'المادة 43 من القانون رقم 12.90' };

step('three requests are filed, and two of them are refused', async ({ fatima, omar, ...others }) => {
  await daysLater({ fatima, omar, ...others }, 0);
  [silent, refused, escalated] = [await fileBuildingPermit(fatima), await fileBuildingPermit(fatima), await fileBuildingPermit(fatima)];
  for (const number of [refused, escalated]) {
    await act(omar, number, 'take_up');
    await actAndConfirm(omar, number, 'refuse', reasons);
    await says(omar, reasons.reasons);
  }
});

step('who is refused reads why, before whom to appeal and until when', async ({ fatima }) => {
  await fatima.goto(`/ar/dossiers/${refused}`);
  for (const words of [reasons.reasons, reasons.articles, 'آخر يوم للطعن']) await says(fatima, words);
  const text = await paperText(fatima, `main a[href*="/papers/"]:not([href$="/papers/${refused}"])`);
  assert.match(text, /12\.90/);
});

step('an appeal without words is not taken, and one with words is', async ({ fatima }) => {
  for (const number of [refused, escalated]) {
    await fatima.goto(`/ar/dossiers/${number}/appeal`);
    await fatima.click('main form[action$="/appeal"] button');
    assert.ok(await fatima.isVisible('.errors'));
    await fatima.fill('main [name=reason]', 'العلو المطلوب لا يتجاوز طابقين.');
    await fatima.click('main form[action$="/appeal"] button');
    await says(fatima, 'قيد النظر');
  }
});

step('an officer cannot decide an appeal; the head does, with reasons, and the request is open again', async ({ fatima, omar, head }) => {
  const answer = await omar.goto(`/ar/desk/${refused}`);
  assert.equal(answer.status(), 200);
  assert.equal(await omar.locator('main a[href$="/do/decide_appeal"]').count(), 0);
  await head.goto('/ar/desk/appeals');
  for (const number of [refused, escalated]) await says(head, number);
  await actAndConfirm(head, refused, 'decide_appeal', { granted: { is: '1' }, reason: 'التصميم يسمح بطابقين.' });
  await says(head, 'التصميم يسمح بطابقين.');
  await fatima.goto(`/ar/dossiers/${refused}`);
  await says(fatima, 'التصميم يسمح بطابقين.');
});

step('an appeal that was not answered in time goes to the governor', async (there) => {
  const { fatima, governor } = there;
  await fatima.goto(`/ar/dossiers/${escalated}`);
  assert.equal(await fatima.locator('main form[action$="/appeal/escalate"]').count(), 0, 'not before its day');
  await daysLater(there, 25);
  await fatima.goto(`/ar/dossiers/${escalated}`);
  await fatima.click('main form[action$="/appeal/escalate"] button');
  await governor.goto('/ar/desk/appeals');
  await says(governor, escalated);
  await actAndConfirm(governor, escalated, 'decide_appeal', { granted: { is: '0' }, reason: 'القرار معلل ومطابق للقانون.' });
  await fatima.goto(`/ar/dossiers/${escalated}`);
  await says(fatima, 'القرار معلل ومطابق للقانون.');
});

step('before the last day nothing can be claimed', async ({ fatima }) => {
  await fatima.goto(`/ar/dossiers/${silent}`);
  assert.equal(await fatima.locator(`main a[href$="/dossiers/${silent}/silence"]`).count(), 0);
  const answer = await fatima.goto(`/ar/dossiers/${silent}/silence`);
  assert.equal(answer.status(), 409);
});

step('after it, silence is claimed, and the head is told', async (there) => {
  const { fatima, omar, head } = there;
  await daysLater(there, 100);
  await fatima.goto(`/ar/dossiers/${silent}`);
  await fatima.click(`main a[href$="/dossiers/${silent}/silence"]`);
  await fatima.click('main form[action$="/silence"] button');
  await head.goto('/ar/desk/silence');
  await says(head, silent);
  await omar.goto(`/ar/desk/${silent}`);
  assert.equal(await omar.locator('main a[href$="/do/refuse"]').count(), 0, 'what was accepted cannot be refused');
  assert.equal((await fatima.goto(`/ar/dossiers/${silent}/silence`)).status(), 409, 'seven days are the head\u2019s');
});

step('seven days later the governor is called upon and attests', async (there) => {
  const { fatima, governor, house } = there;
  await daysLater(there, 112);
  await fatima.goto(`/ar/dossiers/${silent}/silence`);
  await fatima.click('main form[action$="/silence"] button');
  await governor.goto('/ar/desk/silence');
  await says(governor, silent);
  await act(governor, silent, 'attest', { letter: '148/2026', letter_on: '' });
  assert.ok(await governor.isVisible('.errors'), 'a letter has its day');
  await actAndConfirm(governor, silent, 'attest', { letter: '148/2026', letter_on: house.day(112) });
  await says(governor, 'سُلم إشهاد بالسكوت');
});

step('the attestation is a paper with what the decree asks, and anyone can check it', async ({ fatima, stranger }) => {
  await fatima.goto(`/ar/dossiers/${silent}`);
  const link = `main a[href*="/papers/"]:not([href$="/papers/${silent}"])`;
  attestation = (await fatima.locator(link).first().getAttribute('href')).split('/').at(-1);
  const text = await paperText(fatima, link);
  for (const words of [attestation, silent, '148/2026']) assert.ok(text.includes(words), words);
  assert.match(text, /بوعزة/);
  await stranger.goto(`/ar/verify/${attestation}`);
  await says(stranger, attestation);
  assert.ok(!(await main(stranger)).includes('بوعزة'));
});

walk('refusal, appeal and silence', ['fatima', 'omar', 'head', 'governor', 'stranger'], steps, { clock: true });
