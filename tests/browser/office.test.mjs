// SPDX-License-Identifier: Apache-2.0
// What people do around a dossier: at the counter, through a mandate, by messages, with another
// unit, two at once; and what an auditor may.
import assert from 'node:assert/strict';
import { act, answerQuestions, fileBuildingPermit, paper, receiptNumber, signIn } from './acts.mjs';
import { main, paperText, says, walk } from './walk.mjs';

const steps = [];
const step = (name, walked) => steps.push([name, walked]);
let counter, number, contested;

step('everybody comes in', async ({ fatima, youssef, omar, nadia, auditor }) => {
  for (const [page, name] of [[fatima, 'fatima'], [youssef, 'youssef'], [omar, 'omar'], [nadia, 'nadia'], [auditor, 'auditor']])
    await signIn(page, `${name}@demo.example`);
});

step('at the counter a name that cannot be one is refused, and the rest stays typed', async ({ nadia }) => {
  await nadia.goto('/ar/desk/assisted');
  const permit = await nadia.locator('main [name=procedure] option[value$="/building-permit"]').first().getAttribute('value');
  for (const name of ['محمد \u202Eيليلا', 'م'.repeat(10000)]) {
    await nadia.selectOption('main [name=procedure]', permit);
    await nadia.evaluate((text) => { document.querySelector('main [name=name]').value = text; }, name);
    await nadia.fill('main [name=id_document]', 'FA 123456');
    await nadia.click('main form[action$="/assisted"] button');
    assert.ok(await nadia.isVisible('.errors'), name.slice(0, 20));
    assert.equal(await nadia.inputValue('main [name=id_document]'), 'FA 123456');
    assert.equal(await nadia.inputValue('main [name=procedure]'), permit);
  }
});

step('an officer files for a person without account and prints the receipt', async ({ nadia }) => {
  await nadia.fill('main [name=name]', 'الحاج محمد العلاوي');
  await nadia.click('main form[action$="/assisted"] button');
  await answerQuestions(nadia);
  for (const field of await nadia.locator('main input[type=file][required]').all())
    await field.setInputFiles(paper('وثيقة'));
  await nadia.click('main button[value=next]');
  await says(nadia, 'الحاج محمد العلاوي');
  await nadia.check('[name=declared]');
  await nadia.click('main form[action$="/check"] button');
  counter = await receiptNumber(nadia);
  await says(nadia, counter);
  const form = nadia.locator('main form[action$="/receipt"]').first();
  const printed = await nadia.request.post(await form.getAttribute('action'), {
    form: { csrf: await form.locator('[name=csrf]').getAttribute('value') },
  });
  assert.equal(printed.status(), 200);
  assert.match(printed.headers()['content-type'], /^application\/pdf/);
});

step('who gives a mandate is asked for through it, and holds the receipt', async ({ fatima, youssef }) => {
  await fatima.goto('/ar/account/mandates');
  await fatima.fill('main form[action$="/mandates"] [name=contact]', 'youssef@demo.example');
  await fatima.fill('main form[action$="/mandates"] [name=until]', '2027-12-31');
  await fatima.check('main [name=scope][value=named]');
  await fatima.fill('main [name=q]', 'البناء');
  await fatima.click('main button[value=search]');
  assert.equal(await fatima.inputValue('main [name=contact]'), 'youssef@demo.example', 'searching loses nothing');
  await fatima.check('main [name=procedure][value=building-permit]');
  await fatima.click('main form[action$="/mandates"] button:not([value=search])');
  await youssef.goto('/ar/notices');
  await says(youssef, 'وكالة معروضة');
  await youssef.click('main form[action$="/open"] button');
  await youssef.click('main form[action$="/accept"] button');
  await fatima.goto('/ar/notices');
  await says(fatima, 'تم قبول الوكالة');
  await youssef.goto('/ar/procedures/occupancy-permit');
  await youssef.click('main a:text-is("جماعة بركان")');
  await youssef.click('main a[href*="/dossiers/new"]');
  assert.equal(await youssef.locator('main [name=applicant]').count(), 0, 'the mandate names another procedure');
  await youssef.goto('/ar/procedures/building-permit');
  await youssef.click('main a:text-is("جماعة بركان")');
  await youssef.click('main a[href*="/dossiers/new"]');
  await youssef.locator('main [name=applicant]').nth(1).check();
  await youssef.click('main form[action$="/dossiers/new"] button');
  await answerQuestions(youssef);
  for (const field of await youssef.locator('main input[type=file][required]').all())
    await field.setInputFiles(paper('وثيقة'));
  await youssef.click('main button[value=next]');
  await youssef.check('[name=declared]');
  await youssef.click('main form[action$="/check"] button');
  number = await receiptNumber(youssef);
  await fatima.goto('/ar/dossiers');
  await says(fatima, number);
});

step('citizen and office write to each other', async ({ fatima, omar }) => {
  await fatima.goto(`/ar/dossiers/${number}`);
  await fatima.fill('main [name=message]', 'هل يلزم أصل التصميم؟');
  await fatima.click('main form[action$="/messages"] button');
  await says(fatima, 'هل يلزم أصل التصميم؟');
  await omar.goto(`/ar/desk/${number}`);
  await says(omar, 'هل يلزم أصل التصميم؟');
  await omar.fill('main form[action$="/do/message"] [name=text]', 'نعم، يدلى به بالشباك.');
  await omar.click('main form[action$="/do/message"] button');
  await fatima.goto(`/ar/dossiers/${number}`);
  await says(fatima, 'نعم، يدلى به بالشباك.');
});

step('another unit is asked for its opinion and gives it; the citizen does not read it', async ({ fatima, omar, nadia }) => {
  await act(omar, number, 'take_up');
  const form = `/ar/desk/${number}/do/ask_opinion`;
  await omar.goto(form);
  await omar.selectOption('main [name=unit]', { index: 1 });
  await omar.fill('main [name=question]', 'هل المسلك المؤدي إلى القطعة طريق جماعي؟');
  await omar.click('main form[action*="/do/"] button.button');
  await nadia.goto('/ar/desk/opinions');
  await says(nadia, number);
  await nadia.goto(`/ar/desk/${number}`);
  await nadia.click('main a[href*="/do/give_opinion"]');
  await nadia.locator('main [name=favourable][value="1"]').check();
  await nadia.fill('main [name=text]', 'طريق جماعي مصنف.');
  await nadia.click('main form[action*="/do/"] button.button');
  await omar.goto(`/ar/desk/${number}`);
  await says(omar, 'طريق جماعي مصنف.');
  await fatima.goto(`/ar/dossiers/${number}`);
  assert.ok(!(await main(fatima)).includes('طريق جماعي مصنف.'));
});

step('an act that is on no list is not prolonged', async ({ omar }) => {
  await omar.goto(`/ar/desk/${number}`);
  assert.equal(await omar.locator(`main a[href$="/${number}/do/extend"]`).count(), 0);
  await omar.goto(`/ar/desk/${number}/do/extend`);
  assert.equal(await omar.locator('main [name=ground]').count(), 0, 'no form is shown for it');
  await says(omar, 'غير مدرج في لائحة القرارات');
  await says(omar, 'المادة 17');
});

step('of two officers who decide at once one wins, and the other is told and keeps his words', async ({ fatima, omar, nadia }) => {
  contested = await fileBuildingPermit(fatima);
  await act(omar, contested, 'take_up');
  await act(omar, contested, 'approve', { text: 'يرخص بالبناء.' });
  await act(nadia, contested, 'refuse', { reasons: 'كلام لا يضيع', articles: 'المادة 43 من القانون رقم 12.90' });
  await omar.click('main button[name=confirmed]');
  await says(omar, 'تمت الموافقة');
  await nadia.click('main button[name=confirmed]');
  await says(nadia, 'سبق شخص آخر');
  assert.ok((await nadia.content()).includes('كلام لا يضيع'));
  await fatima.goto(`/ar/dossiers/${contested}`);
  await says(fatima, 'يرخص بالبناء.');
});

step('an auditor reads the queue, the dossier and its papers, and is offered nothing to do', async ({ auditor }) => {
  for (const address of ['/ar/desk', '/ar/desk/silence', '/ar/desk/appeals', '/ar/desk/opinions', '/ar/compliance'])
    assert.equal((await auditor.goto(address)).status(), 200, address);
  await auditor.goto('/ar/desk');
  await says(auditor, number);
  assert.equal(await auditor.locator('main a[href$="/desk/assisted"]').count(), 0);
  await auditor.click(`main a[href$="/desk/${number}"]`);
  await says(auditor, 'طريق جماعي مصنف.');
  assert.equal(await auditor.locator('main a[href*="/do/"], main form[action*="/do/"]').count(), 0);
  assert.equal((await auditor.goto(`/ar/desk/${number}/do/approve`)).status(), 403);
});

walk('around a dossier', ['fatima', 'youssef', 'omar', 'nadia', 'auditor'], steps);
