// SPDX-License-Identifier: Apache-2.0
// Words for the gallery alone, as a module's messages would be.
#pragma once

#include "kernel/message.hpp"

namespace wasl::html::gallery {

inline Message const title{
    "t.title", {"رخصة البناء", "Permis de construire", "Building permit", ""}, {}};
inline Message const lead{
    "t.lead",
    {"تسلم الرخصة داخل أجل 30 يوما من إيداع الملف كاملا.",
     "Le permis est délivré dans les 30 jours suivant le dépôt du dossier complet.", "", ""},
    {}};
inline Message const home{"t.home", {"الصفحة الرئيسية", "Accueil", "Home", "ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⵏⵓⴱⴳ"}, {}};
inline Message const procedures{
    "t.procedures", {"المساطر الإدارية", "Procédures", "Procedures", ""}, {}};
inline Message const dossiers{"t.dossiers", {"طلباتي", "Mes demandes", "My requests", ""}, {}};
inline Message const queue{"t.queue", {"مكتب الموظف", "Espace agent", "Officer's desk", ""}, {}};
inline Message const people{"t.people", {"الأشخاص", "Personnes", "People", ""}, {}};
inline Message const number_of{
    "t.number", {"رقم الوصل", "N° de récépissé", "Receipt number", ""}, {}};
inline Message const applicant{"t.applicant", {"صاحب الطلب", "Demandeur", "Applicant", ""}, {}};
inline Message const state{"t.state", {"الحالة", "État", "State", ""}, {}};
inline Message const due{"t.due", {"الأجل", "Échéance", "Due", ""}, {}};
inline Message const fee{"t.fee", {"الرسوم", "Redevance", "Fee", ""}, {}};
inline Message const in_study{"t.in_study", {"قيد الدراسة", "En instruction", "In study", ""}, {}};
inline Message const approved{"t.approved", {"تمت الموافقة", "Accordé", "Approved", ""}, {}};
inline Message const incomplete{
    "t.incomplete", {"في طور الإيداع", "En cours de dépôt", "Being lodged", ""}, {}};
inline Message const full_name{"t.full_name", {"الاسم الكامل", "Nom complet", "Full name", ""}, {}};
inline Message const name_hint{"t.name_hint",
                               {"كما هو مكتوب في البطاقة الوطنية للتعريف الإلكترونية.",
                                "Tel qu'il figure sur la CNIE.", "", ""},
                               {}};
inline Message const email{"t.email", {"البريد الإلكتروني", "Courriel", "E-mail", "ⵉⵎⴰⵢⵍ"}, {}};
inline Message const email_wrong{"t.email_wrong",
                                 {"العنوان الإلكتروني غير تام: تنقصه العلامة @",
                                  "Adresse incomplète : il manque le signe @", "", ""},
                                 {}};
inline Message const kind{"t.kind", {"صفة صاحب الطلب", "Qualité du demandeur", "Capacity", ""}, {}};
inline Message const kind_wrong{
    "t.kind_wrong",
    {"يرجى اختيار صفة صاحب الطلب", "Choisissez la qualité du demandeur", "", ""},
    {}};
inline Message const citizen{"t.citizen", {"مواطن (ة)", "Citoyen(ne)", "Citizen", ""}, {}};
inline Message const company{"t.company", {"مقاولة", "Entreprise", "Business", ""}, {}};
inline Message const company_hint{
    "t.company_hint", {"يطلب التعريف الموحد للمقاولة.", "L'ICE sera demandé.", "", ""}, {}};
inline Message const plan{
    "t.plan", {"التصميم المعماري", "Plan architectural", "Architect's plan", ""}, {}};
inline Message const send{
    "t.send", {"إيداع الملف", "Déposer le dossier", "File the request", ""}, {}};
inline Message const save{
    "t.save", {"حفظ والعودة لاحقا", "Enregistrer et revenir plus tard", "", ""}, {}};
inline Message const withdraw{
    "t.withdraw", {"سحب الطلب", "Retirer la demande", "Withdraw", ""}, {}};
inline Message const agree{
    "t.agree",
    {"أصرح بشرفي أن المعطيات المدلى بها صحيحة.",
     "Je déclare sur l'honneur l'exactitude des informations fournies.", "", ""},
    {}};
inline Message const about_you{
    "t.about_you", {"معلومات عن صاحب الطلب", "Le demandeur", "About the applicant", ""}, {}};
inline Message const received{
    "t.received", {"تم إيداع الملف", "Votre dossier est déposé", "Filed", ""}, {}};
inline Message const silence{"t.silence",
                             {"السكوت بعد انصرام الأجل يعتبر بمثابة موافقة.",
                              "Le silence gardé à l'expiration du délai vaut accord.", "", ""},
                             {}};
inline Message const missing{"t.missing",
                             {"تنقص وثيقتان لاستكمال الملف قبل {day}.",
                              "Deux pièces manquent ; complétez avant le {day}.", "", ""},
                             {}};
inline Message const none{
    "t.none", {"لا توجد طلبات بعد", "Aucune demande pour le moment", "", ""}, {}};
inline Message const none_text{"t.none_text",
                               {"تظهر هنا الطلبات التي تم إيداعها، مع أجل كل واحد منها.",
                                "Vos demandes apparaîtront ici avec leur délai.", "", ""},
                               {}};
inline Message const search_label{
    "t.search_label", {"عن أي مسطرة تبحثون؟", "Quelle procédure cherchez-vous ?", "", ""}, {}};
inline Message const search_hint{
    "t.search_hint",
    {"مثال: رخصة البناء، شهادة السكنى", "Exemple : permis, certificat de résidence, bina2", "", ""},
    {}};
inline Message const on_time{"t.on_time", {"داخل الأجل", "Dans les délais", "On time", ""}, {}};
inline Message const late{"t.late", {"خارج الأجل", "Hors délai", "Late", ""}, {}};
inline Message const filed{
    "t.filed", {"طلبات مودعة", "Demandes déposées", "Requests filed", ""}, {}};
inline Message const per_commune{
    "t.per_commune", {"الطلبات حسب الجماعة", "Demandes par commune", "", ""}, {}};
inline Message const commune{"t.commune", {"الجماعة", "Commune", "Commune", ""}, {}};
inline Message const steps_title{"t.steps_title", {"مراحل الملف", "Suivi du dossier", "", ""}, {}};
inline Message const why{
    "t.why", {"كيف حسب هذا الأجل؟", "Comment ce délai est-il calculé ?", "", ""}, {}};
inline Message const why_text{
    "t.why_text",
    {"يبدأ الأجل في {day}، وهو أجل كامل لا يحسب فيه اليوم الأول ولا اليوم الأخير.",
     "Le délai, franc, court à partir du {day}.", "", ""},
    {}};

}  // namespace wasl::html::gallery
