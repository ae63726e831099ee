// SPDX-License-Identifier: Apache-2.0
// What an office starts with: categories, states, escalations. What an administrator has changed
// stays as it is.
#include <algorithm>

#include "modules/reports/data.hpp"
#include "modules/reports/seed.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports {

namespace {

std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= line.size();) {
        auto const until = std::min(line.find('\t', from), line.size());
        out.emplace_back(line.substr(from, until - from));
        from = until + 1;
    }
    return out;
}

Category category(std::vector<std::string> const& cell, int position) {
    check(cell.size() == 8, "categories.tsv has eight columns");
    auto const special = [&](std::string_view word) {
        return cell[6].find(word) != std::string::npos;
    };
    Category one;
    one.code = cell[0];
    one.parent = cell[1];
    one.name = {cell[2], cell[3], cell[4], {}};
    one.words = cell[7];
    one.days = cell[5].empty() ? 0 : std::stoi(cell[5]);
    one.is_private = special("private");
    one.is_anonymous = special("anonymous");
    one.is_urgent = special("urgent");
    if (auto const call = cell[6].find("call:"); call != std::string::npos)
        one.call_instead = cell[6].substr(call + 5);
    one.position = position;
    return one;
}

std::vector<NamedState> first_states() {
    using enum Phase;
    return {
        {"received", open, {"تم التسجيل", "Enregistré", "Registered", {}}, "open", true, 1},
        {"investigating",
         open,
         {"قيد المعاينة", "En cours d'examen", "Being looked into", {}},
         "investigating",
         true,
         2},
        {"planned", open, {"مبرمج", "Programmé", "Planned", {}}, "planned", true, 3},
        {"in_progress",
         open,
         {"أشغال جارية", "Travaux en cours", "Work under way", {}},
         "in_progress",
         true,
         4},
        {"fixed", fixed, {"تمت المعالجة", "Réglé", "Fixed", {}}, "fixed", true, 5},
        {"not_responsible",
         refused,
         {"خارج الاختصاص", "Hors compétence", "Not our responsibility", {}},
         "not_councils_responsibility",
         true,
         6},
        {"unable_to_fix",
         refused,
         {"تعذرت المعالجة", "Impossible à régler", "Cannot be fixed", {}},
         "no_further_action",
         true,
         7},
        {"duplicate", duplicate, {"مكرر", "Doublon", "Duplicate", {}}, "duplicate", true, 8},
        {"withdrawn",
         withdrawn,
         {"تم التراجع عنه", "Retiré", "Withdrawn", {}},
         "cancelled",
         true,
         9},
    };
}

std::vector<Escalation> first_escalations() {
    using directory::TerritoryKind;
    return {{EscalationId{1}, -1, TimeAct::remind, TerritoryKind::commune},
            {EscalationId{2}, 1, TimeAct::remind, TerritoryKind::commune},
            {EscalationId{3}, 10, TimeAct::escalate, TerritoryKind::province},
            {EscalationId{4}, 20, TimeAct::escalate, TerritoryKind::region}};
}

Question question(std::string category, std::string code, QuestionKind kind, Names label,
                  std::vector<Choice> choices = {}) {
    return {.category = std::move(category),
            .code = std::move(code),
            .kind = kind,
            .label = std::move(label),
            .choices = std::move(choices),
            .position = 1};
}

// One of each kind at least, so that an administrator sees what can be asked.
std::vector<Question> first_questions() {
    using enum QuestionKind;
    auto strength =
        question("water-leak", "strength", one_of,
                 {"ما قوة التسرب؟", "Quelle est sa force ?", "How strong is it?", {}},
                 {{"drops", {"قطرات", "Des gouttes", "Drops", {}}},
                  {"stream", {"مجرى ماء", "Un filet d'eau", "A stream", {}}},
                  {"flood", {"يغمر الطريق", "La rue est inondée", "The street is flooded", {}}}});
    strength.is_required = true;
    return {
        std::move(strength),
        question("bin-full", "since", one_of, {"منذ متى؟", "Depuis quand ?", "Since when?", {}},
                 {{"today", {"اليوم", "Aujourd'hui", "Today", {}}},
                  {"days", {"منذ أيام", "Quelques jours", "Some days", {}}},
                  {"week", {"منذ أسبوع أو أكثر", "Une semaine ou plus", "A week or more", {}}}}),
        question("stray-dogs", "count", number,
                 {"كم عددها تقريبا؟", "Combien, environ ?", "How many, roughly?", {}}),
        question("dump", "kinds", many_of,
                 {"ما نوع النفايات؟", "Quels déchets ?", "Which kinds of waste?", {}},
                 {{"household", {"نفايات منزلية", "Ordures ménagères", "Household waste", {}}},
                  {"rubble", {"ردم ومواد بناء", "Gravats", "Rubble", {}}},
                  {"green", {"نفايات خضراء", "Déchets verts", "Garden waste", {}}},
                  {"bulky", {"أثاث وأجهزة", "Encombrants", "Furniture and appliances", {}}}}),
        question("lamp-post", "mark", text,
                 {"الرقم المكتوب على العمود",
                  "Numéro inscrit sur le poteau",
                  "Number written on the post",
                  {}}),
        question("flooding", "since", moment,
                 {"منذ أي يوم؟", "Depuis quel jour ?", "Since which day?", {}}),
        question(
            "lamp-wires", "away", notice,
            {"لا تقتربوا من الأسلاك، ولو بدت بلا كهرباء، وأبعدوا الأطفال.",
             "N'approchez pas des fils, même s'ils semblent hors tension, et éloignez les enfants.",
             "Keep away from the wires, even if they seem dead, and keep children away.",
             {}}),
    };
}

std::vector<Template> first_templates() {
    return {{TemplateId{1},
             "investigating",
             {},
             "معاينة",
             {"شكرا على الإشعار. تقوم مصالحنا بالمعاينة في عين المكان.",
              "Merci pour ce signalement. Nos services se rendent sur place.",
              "Thank you for the report. Our services are looking at it on the spot.",
              {}}},
            {TemplateId{2},
             "not_responsible",
             {},
             "خارج الاختصاص",
             {"الموضوع ليس من اختصاص هذه الجهة. الجهة المختصة هي: ",
              "Ce sujet ne relève pas de nos services. Il relève de : ",
              "This is not ours to answer. It belongs to: ",
              {}}}};
}

}  // namespace

std::vector<Category> known_categories() {
    std::vector<Category> out;
    for (auto const& file : data) {
        if (file.name != "categories.tsv") continue;
        for (auto rest = file.text; !rest.empty();) {
            auto const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (line.empty() || line.front() == '#') continue;
            out.push_back(category(cells(line), static_cast<int>(out.size()) + 1));
        }
    }
    check(!out.empty(), "reports: an embedded categories.tsv");
    return out;
}

Outcome seed_settings(db::Writer& writer) {
    if (store::settings_version(writer) > 0) return Done{};
    for (auto const& one : known_categories()) store::keep(writer, one);
    for (auto const& one : first_states()) store::keep(writer, one);
    for (auto const& one : first_escalations()) store::keep(writer, one);
    for (auto const& one : first_questions()) store::keep(writer, one);
    for (auto const& one : first_templates()) store::keep(writer, one);
    store::bump_settings(writer);
    return Done{};
}

Outcome begin(db::Writer& writer, directory::Picture const& places) {
    if (store::settings_version(writer) > 0) return Done{};
    TRY(seed_settings(writer));
    return seed_routes(writer, places);
}

Outcome seed_routes(db::Writer& writer, directory::Picture const& places) {
    bool added = false;
    auto const known = store::settings(writer).routes;
    for (auto const& one : places.administrations()) {
        if (one.kind != directory::Kind::collectivity || !one.territory) continue;
        auto const* const where = places.territory(*one.territory);
        bool const commune =
            where != nullptr && (where->kind == directory::TerritoryKind::municipality ||
                                 where->kind == directory::TerritoryKind::commune);
        bool const said = std::any_of(known.begin(), known.end(), [&](NumberedRoute const& each) {
            return each.route.territory == *one.territory;
        });
        if (!commune || said) continue;
        Route route;
        route.territory = *one.territory;
        route.body = one.id;
        store::keep(writer, {db::fresh<RouteId>(), route});
        added = true;
    }
    if (added) store::bump_settings(writer);
    return Done{};
}

}  // namespace wasl::reports
