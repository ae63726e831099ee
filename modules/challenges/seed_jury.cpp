// SPDX-License-Identifier: Apache-2.0
// How the invented editions are judged: what each mark means, and a vote of the public.
#include "modules/challenges/jury.hpp"
#include "modules/challenges/polls.hpp"
#include "modules/challenges/seed.hpp"

namespace wasl::challenges {

namespace {

struct Row {
    std::string_view ar, fr;
    int weight;
};
constexpr Row first_rows[] = {{"الصلة بالتحدي", "Réponse au défi", 6000},
                              {"وضوح الفكرة", "Clarté de l’idée", 4000}};
constexpr Row rows[] = {{"الأثر على المرتفق", "Effet pour l’usager", 4000},
                        {"قابلية الإنجاز", "Faisabilité", 3000},
                        {"الجدة", "Nouveauté", 1500},
                        {"وضوح العرض", "Clarté de la présentation", 1500}};

JuryCriterion criterion(Row const& row, Phase phase) {
    JuryCriterion one{.phase = phase};
    one.name = {.ar = std::string(row.ar), .fr = std::string(row.fr)};
    one.labels = {.ar = "ضعيف جدا\nضعيف\nمتوسط\nجيد\nممتاز",
                  .fr = "Très faible\nFaible\nMoyen\nBon\nExcellent"};
    one.rule.weight = row.weight;
    return one;
}

}  // namespace

Outcome seed_demo_criteria(db::Writer& writer, Desk const& desk, Act const& act) {
    for (auto const& row : rows) TRY(Jury(desk).keep(writer, act, criterion(row, Phase::jury)));
    return Done{};
}

Outcome seed_demo_jury(db::Writer& writer, Desk const& desk, Act const& act) {
    Jury const jury(desk);
    JuryRules rules;
    rules.each = each_to_shortlist;
    TRY(jury.keep_rules(writer, act, rules));
    for (auto const& row : first_rows)
        TRY(jury.keep(writer, act, criterion(row, Phase::shortlisting)));
    TRY(seed_demo_criteria(writer, desk, act));
    auto const edition = TRY(desk.edition(writer, act.by, act.edition)).call.edition;
    // From the last project on until the jury has sat.
    Poll const poll{
        .span = {edition.span(Phase::submission)->closes_at, edition.span(Phase::jury)->closes_at},
        .voters = Voters::confirmed};
    return Polls(desk).keep(writer, act, poll);
}

}  // namespace wasl::challenges
