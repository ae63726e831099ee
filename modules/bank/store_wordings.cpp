// SPDX-License-Identifier: Apache-2.0
// What entries said before they were changed.
#include "modules/bank/store_rows.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_wording{"bank.keep_wording", R"sql(
    insert into bank_wordings (step, entry, was_public, title, problem, solution, serves, evidence,
        evidence_note, cost, yearly_cost, effort_days, needs, licence, replicability,
        replicability_note, contacts, website, language, touches)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20)
)sql"};
static constexpr db::Piece wording_columns = R"sql(
    select w.title, w.problem, w.solution, w.serves, w.evidence, w.evidence_note, w.cost,
        w.yearly_cost, w.effort_days, w.needs, w.licence, w.replicability, w.replicability_note,
        w.contacts, w.website, w.language, w.touches, )sql";
static constexpr db::Piece wording_steps = R"sql(
    from bank_wordings w join bank_steps s on s.id = w.step
    where w.entry = $1 and w.was_public >= $2 )sql";
static constexpr db::Piece step_columns = R"sql(
    s.id, s.entry, s.adoption, s.at_moment, s.by_person, s.administration, s.action,
        s.from_state, s.to_state, s.reason)sql";
static constexpr db::Piece and_struck = ", w.struck";
static constexpr db::Sql count_wordings{
    "bank.count_wordings",
    "select count(*) from bank_wordings where entry = $1 and was_public >= $2"};
static constexpr db::Piece only_select = "select ";
static constexpr db::Piece newest_first = "order by w.step desc limit 200";
static constexpr db::Sql select_rewordings{
    "bank.rewordings", db::joined<only_select, step_columns, wording_steps, newest_first>};
static constexpr db::Piece first_from = "and w.step >= $3 order by w.step limit 2";
static constexpr db::Sql select_two{
    "bank.two_wordings",
    db::joined<wording_columns, step_columns, and_struck, wording_steps, first_from>};
static constexpr db::Piece oldest_first = "order by w.step";
static constexpr db::Sql select_all{
    "bank.wordings",
    db::joined<wording_columns, step_columns, and_struck, wording_steps, oldest_first>};
static constexpr db::Sql empty_wording{"bank.strike_wording", R"sql(
    update bank_wordings set struck = $1, title = '', problem = '', solution = '', serves = '',
        evidence_note = '', needs = '', licence = '', replicability_note = '', contacts = '',
        website = '', touches = ''
    where step = $2
)sql"};

static std::string lines_of(Touched const& touches) {
    std::string lines;
    for (std::size_t n = 0; n < touch_count; ++n) {
        auto const kind = static_cast<Touch>(n);
        for (auto const& code : touches.of(kind))
            lines += std::string(name_of(kind)) + " " + code + "\n";
    }
    return lines;
}

static void add_lines(Touched& touches, std::string_view lines) {
    while (!lines.empty()) {
        auto const line = lines.substr(0, lines.find('\n'));
        auto const space = line.find(' ');
        add_touch(touches, line.substr(0, space), line.substr(space + 1));
        lines.remove_prefix(line.size() + 1);
    }
}

void keep_wording(db::Writer& writer, StepId ended_by, Entry const& entry) {
    auto const& content = entry.content;
    writer.execute(insert_wording, ended_by, entry.id, entry.is_public() && !entry.is_hidden,
                   content.title, content.problem, content.solution, content.serves,
                   name_of(content.evidence), content.evidence_note, content.cost,
                   content.yearly_cost, content.effort_days, content.needs, content.licence,
                   name_of(content.replicability), content.replicability_note, content.contacts,
                   content.website, name_of(content.language), lines_of(content.touches));
}

std::int64_t former_wordings(db::Reader& reader, EntryId entry, bool only_public) {
    return reader.count(count_wordings, entry, only_public);
}
std::vector<StepLine> rewordings(db::Reader& reader, EntryId entry, bool only_public) {
    return reader.select(
        select_rewordings, [](db::Row const& row) { return read_step(row, 0); }, entry,
        only_public);
}
static Wording read_wording(db::Row const& row) {
    Wording one{read_content(row, 0), read_step(row, 17), row.id<StepId>(27)};
    add_lines(one.content.touches, row.text(16));
    return one;
}
std::vector<Wording> two_wordings(db::Reader& reader, EntryId entry, bool only_public,
                                  StepId first) {
    return reader.select(select_two, read_wording, entry, only_public, first);
}
std::vector<Wording> wordings(db::Reader& reader, EntryId entry) {
    return reader.select(select_all, read_wording, entry, false);
}
void strike_wording(db::Writer& writer, StepId ended_by, StepId struck) {
    writer.execute(empty_wording, struck, ended_by);
}

}  // namespace wasl::bank::store
