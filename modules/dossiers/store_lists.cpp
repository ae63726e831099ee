// SPDX-License-Identifier: Apache-2.0
// Lists. The queue's statements differ in the index range they walk and in its direction; what
// else is asked for is filtered on the way.
#include <algorithm>
#include <array>
#include <limits>

#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static Summary read_line(db::Row const& row) {
    Summary line;
    line.id = row.id<DossierId>(0);
    line.number = row.null(1) ? "" : row.str(1);
    line.procedure = row.str(2);
    line.administration = row.id<AdministrationId>(3);
    line.unit = row.id<UnitId>(4);
    line.state = stored<State>(row.text(5));
    line.applicant_name = row.str(6);
    line.filed_on = row.maybe_date(7);
    line.due = row.maybe_date(8);
    line.target = row.maybe_date(9);
    line.expires_on = row.maybe_date(10);
    line.assigned = row.id<PersonId>(11);
    line.changed_at = row.moment(12);
    return line;
}

static constexpr db::Sql select_drafts{"dossiers.select_drafts", R"sql(
    select id, number, procedure, administration, unit, state, applicant_name, filed_on, due,
        target, expires_on, assigned, changed_at
    from dossiers where filed_by = $1 and state = 'draft' order by id desc limit 100
)sql"};
static constexpr db::Sql select_of_person{"dossiers.select_of_person", R"sql(
    select id, number, procedure, administration, unit, state, applicant_name, filed_on, due,
        target, expires_on, assigned, changed_at
    from dossiers where applicant = $1 and id < $2 and state <> 'draft' order by id desc limit $3
)sql"};

std::vector<Summary> drafts_of(db::Reader& reader, PersonId person) {
    return reader.select(select_drafts, read_line, person);
}

std::vector<Summary> of_person(db::Reader& reader, PersonId person, int limit,
                               std::optional<DossierId> before) {
    auto const from = before.value_or(DossierId{std::numeric_limits<std::int64_t>::max()});
    return reader.select(select_of_person, read_line, person, from, limit);
}

// A queue is a range of an index: $1 whose, $2 which unit or state; then the common conditions.
enum class Range : std::uint8_t { unit, state, whole, mine };
struct RangeText {
    std::string_view name, where;
};
static constexpr std::array<RangeText, 4> ranges{{
    {"dossiers.queue_unit", "administration = $1 and unit = $2"},
    {"dossiers.queue_state", "administration = $1 and unit = $2 and state = $3"},
    {"dossiers.queue_whole", "administration = $1"},
    {"dossiers.queue_mine", "assigned = $1 and assigned > 0 and administration = $2"},
}};

static std::string range_statement(Range range, bool backwards) {
    int next = range == Range::state ? 4 : range == Range::whole ? 2 : 3;
    auto const parameter = [&] { return "$" + std::to_string(next++); };
    std::string text =
        "select id, number, procedure, administration, unit, state, applicant_name, filed_on, "
        "due, target, expires_on, assigned, changed_at from dossiers where is_open = 1 and ";
    text.append(ranges[static_cast<std::size_t>(range)].where);
    // One a line: the operands of a + are counted in whatever order the compiler likes.
    auto const day = parameter();
    auto const id = parameter();
    auto const end = parameter();
    auto const from = parameter();
    auto const procedure = parameter();
    text += " and (due, id) " + std::string(backwards ? "<" : ">") + " (" + day + ", " + id + ")";
    text += " and due < " + end + " and due >= " + from;
    text += " and (" + procedure + " = '' or procedure = " + procedure + ")";
    auto const state = parameter();
    text += " and (" + state + " = '' or state = " + state + ")";
    auto const answer_owed = parameter();
    auto const silent = parameter();
    text += " and (" + answer_owed +
            " = 0 or state in ('lodged', 'in_review', 'silence_claimed', 'silence_escalated'))";
    text += " and (" + silent + " = 0 or state in ('silence_claimed', 'silence_escalated'))";
    // Nobody decides his own request, nor finds it among those to be decided.
    text += " and applicant <> " + parameter();
    text += backwards ? " order by due desc, id desc" : " order by due, id";
    return text + " limit " + parameter();
}

// Eight texts, made once: the address of a text is the key of its prepared statement.
static db::Sql queue_statement(Range range, bool backwards) {
    static auto const texts = [] {
        std::array<std::string, ranges.size() * 2> made;
        for (std::size_t n = 0; n < made.size(); ++n)
            made[n] = range_statement(static_cast<Range>(n / 2), n % 2 == 1);
        return made;
    }();
    auto const place = static_cast<std::size_t>(range);
    return {ranges[place].name, texts[place * 2 + (backwards ? 1 : 0)]};
}

static Range range_of(QueueAsk const& ask) {
    if (ask.mine) return Range::mine;
    if (!ask.unit) return Range::whole;
    return ask.state ? Range::state : Range::unit;
}

std::string_view queue_text(QueueRange const& range) {
    return queue_statement(range_of(range.ask), range.ask.backwards).text;
}

std::vector<Summary> queue(db::Reader& reader, QueueRange const& range) {
    auto const& ask = range.ask;
    auto const which = range_of(ask);
    bool const by_state = which == Range::state;
    std::vector<db::Cell> cells;
    if (which == Range::mine) cells.push_back(db::cell(range.officer));
    cells.push_back(db::cell(ask.administration));
    if (ask.unit && which != Range::mine) cells.push_back(db::cell(*ask.unit));
    if (by_state) cells.push_back(db::cell(name_of(*ask.state)));
    // Before the first and after the last day that a dossier can have.
    auto const start =
        ask.after ? db::cell(ask.after->first) : db::cell(ask.backwards ? "9999-12-31" : "");
    cells.push_back(start);
    cells.push_back(db::cell(ask.after ? ask.after->second.value() : 0));
    cells.push_back(ask.overdue    ? db::cell(range.today)
                    : ask.due_soon ? db::cell(range.today + Days{due_warning_days + 1})
                                   : db::cell("9999-12-31"));
    cells.push_back(ask.due_soon ? db::cell(range.today) : db::cell(""));
    cells.push_back(db::cell(ask.procedure));
    cells.push_back(db::cell(ask.state ? name_of(*ask.state) : std::string_view{}));
    cells.push_back(db::cell(ask.overdue || ask.due_soon));
    cells.push_back(db::cell(ask.silent));
    cells.push_back(db::cell(range.officer));
    cells.push_back(db::cell(ask.limit));
    std::vector<Summary> found;
    reader.run(queue_statement(which, ask.backwards), cells,
               [&](db::Row const& row) { found.push_back(read_line(row)); });
    if (ask.backwards) std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace wasl::dossiers::store
