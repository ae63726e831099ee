// SPDX-License-Identifier: Apache-2.0
// Many reports at once: what a map shows, what an office has to do. A list reads as many rows as it
// shows and a few more, however many reports there are.
#include <algorithm>
#include <array>
#include <cmath>

#include "modules/reports/store.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Sql newest_in_cell_16{"reports.newest_in_cell_16", R"sql(
    select filed_at, id from reports
    where is_public = 1 and cell_16 = $1 and (filed_at, id) < ($2, $3)
        and lat_e6 >= $4 and lat_e6 <= $5 and lon_e6 >= $6 and lon_e6 <= $7
        and (category = $8 or $9 = 1) and (phase = $10 or $11 = 1)
        and filed_at >= $12
    order by filed_at desc, id desc limit $13
)sql"};
constexpr db::Sql newest_in_cell_14{"reports.newest_in_cell_14", R"sql(
    select filed_at, id from reports
    where is_public = 1 and cell_14 = $1 and (filed_at, id) < ($2, $3)
        and lat_e6 >= $4 and lat_e6 <= $5 and lon_e6 >= $6 and lon_e6 <= $7
        and (category = $8 or $9 = 1) and (phase = $10 or $11 = 1)
        and filed_at >= $12
    order by filed_at desc, id desc limit $13
)sql"};
constexpr db::Sql newest_in_cell_12{"reports.newest_in_cell_12", R"sql(
    select filed_at, id from reports
    where is_public = 1 and cell_12 = $1 and (filed_at, id) < ($2, $3)
        and lat_e6 >= $4 and lat_e6 <= $5 and lon_e6 >= $6 and lon_e6 <= $7
        and (category = $8 or $9 = 1) and (phase = $10 or $11 = 1)
        and filed_at >= $12
    order by filed_at desc, id desc limit $13
)sql"};
struct Scale {
    int level;
    db::Sql const& newest;
};
constexpr std::array<Scale, 3> scales = {
    {{16, newest_in_cell_16}, {14, newest_in_cell_14}, {12, newest_in_cell_12}}};

// So few that one page of each is about what is shown.
constexpr std::int64_t cells_max = 6;

constexpr db::Sql select_pin{"reports.select_pin", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where id = $1
)sql"};
constexpr db::Sql select_duplicates{"reports.select_duplicates", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where duplicate_of = $1 and is_public = 1 order by id limit $2
)sql"};
constexpr db::Sql select_latest{"reports.select_latest", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports
    where is_public = 1 and (filed_at, id) < ($1, $2) and filed_at >= $3
        and (phase = $4 or $5 = 1)
    order by filed_at desc, id desc limit $6
)sql"};
constexpr db::Sql select_latest_of_category{"reports.select_latest_of_category", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports
    where is_public = 1 and category = $1 and (filed_at, id) < ($2, $3) and filed_at >= $4
        and (phase = $5 or $6 = 1)
    order by filed_at desc, id desc limit $7
)sql"};
constexpr db::Sql select_latest_of_both{"reports.select_latest_of_both", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports
    where is_public = 1 and territory = $1 and category = $2 and (filed_at, id) < ($3, $4)
        and filed_at >= $5 and (phase = $6 or $7 = 1)
    order by filed_at desc, id desc limit $8
)sql"};
constexpr db::Sql select_latest_of_territory{"reports.select_latest_of_territory", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports
    where is_public = 1 and territory = $1 and (filed_at, id) < ($2, $3) and filed_at >= $4
        and (phase = $5 or $6 = 1)
    order by filed_at desc, id desc limit $7
)sql"};
constexpr db::Sql select_of_author{"reports.select_of_author", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where author = $1 and author > 0 order by id desc limit $2
)sql"};
constexpr db::Sql select_followed{"reports.select_followed", R"sql(
    select r.id, r.number, r.title, r.category, r.state, r.phase, r.lat_e6, r.lon_e6, r.territory,
        r.filed_at, r.due, r.supporters
    from report_followers f join reports r on r.id = f.report
    where f.person = $1 and r.is_public = 1 order by f.report desc limit $2
)sql"};
constexpr db::Sql select_queue{"reports.select_queue", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where is_open = 1 and body = $1 and due <= $2
    order by due, id limit $3 offset $4
)sql"};
constexpr db::Sql select_queue_of_unit{"reports.select_queue_of_unit", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where is_open = 1 and body = $1 and unit = $2 and due <= $3
    order by due, id limit $4 offset $5
)sql"};
constexpr db::Sql select_queue_of_person{"reports.select_queue_of_person", R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters
    from reports where is_open = 1 and assigned = $1 and assigned > 0 and due <= $2
    order by due, id limit $3 offset $4
)sql"};

// After every moment there is.
constexpr std::int64_t never = std::int64_t{1} << 62;

struct Key {
    std::int64_t filed_at = 0, id = 0;
    friend auto operator<=>(Key const&, Key const&) = default;
};

std::int64_t until_of(Narrow const& narrow) { return narrow.until ? micros(*narrow.until) : never; }
std::int64_t from_of(Narrow const& narrow) { return narrow.from ? micros(*narrow.from) : 0; }
std::string_view phase_of(Narrow const& narrow) {
    return narrow.phase ? name_of(*narrow.phase) : std::string_view();
}

// One cell's reports in the box, newest first, read page by page as they are wanted.
class Cell {
public:
    Cell(db::Reader& reader, db::Sql const& newest, std::int64_t cell, geography::Box const& box,
         Narrow const& narrow)
        : reader_(reader),
          newest_(newest),
          cell_(cell),
          box_(box),
          narrow_(narrow),
          last_{until_of(narrow), never} {}

    // The newest that was not taken; nothing where there is no more.
    Key const* next(int page) {
        if (at_ == keys_.size() && !ended_) turn(page);
        return at_ < keys_.size() ? &keys_[at_] : nullptr;
    }
    void take() { ++at_; }

private:
    static std::int64_t millionths(double degrees) { return std::llround(degrees * 1e6); }

    void turn(int page) {
        at_ = 0;
        keys_ = reader_.select(
            newest_, [](db::Row const& row) { return Key{row.number(0), row.number(1)}; }, cell_,
            last_.filed_at, last_.id, millionths(box_.south), millionths(box_.north),
            millionths(box_.west), millionths(box_.east), narrow_.category,
            narrow_.category.empty(), phase_of(narrow_), !narrow_.phase.has_value(),
            from_of(narrow_), page);
        ended_ = keys_.size() < static_cast<std::size_t>(page);
        if (!keys_.empty()) last_ = keys_.back();
    }

    db::Reader& reader_;
    db::Sql const& newest_;
    std::int64_t cell_;
    geography::Box const& box_;
    Narrow const& narrow_;
    std::vector<Key> keys_;
    std::size_t at_ = 0;
    Key last_;
    bool ended_ = false;
};

Scale const& scale_for(geography::Box const& box) {
    for (auto const& one : scales)
        if (geography::level_for(box, cells_max, one.level - 1, one.level) == one.level) return one;
    return scales.back();
}

std::vector<Key> newest(std::vector<Cell>& cells, int limit) {
    // A little more than each cell's share, so that most need no second page.
    int const page = limit / static_cast<int>(cells.size()) + 8;
    std::vector<Key> found;
    while (found.size() < static_cast<std::size_t>(limit)) {
        Cell* best = nullptr;
        Key best_key;
        for (auto& cell : cells) {
            auto const* const key = cell.next(page);
            if (key == nullptr || (best != nullptr && *key < best_key)) continue;
            best = &cell;
            best_key = *key;
        }
        if (best == nullptr) break;
        best->take();
        found.push_back(best_key);
    }
    return found;
}

}  // namespace

Pin read_pin(db::Row const& row) {
    Pin one;
    one.id = row.id<ReportId>(0);
    one.number = row.str(1);
    one.title = row.str(2);
    one.category = row.str(3);
    one.state = row.str(4);
    one.phase = phase_named(row.text(5)).value_or(Phase::open);
    one.place = {static_cast<double>(row.number(6)) / 1e6,
                 static_cast<double>(row.number(7)) / 1e6};
    one.territory = row.id<TerritoryId>(8);
    one.filed_at = row.moment(9);
    if (auto const due = row.date(10); due != no_day) one.due = due;
    one.supporters = static_cast<int>(row.number(11));
    return one;
}

std::vector<Pin> pins_in(db::Reader& reader, geography::Box const& box, Narrow const& narrow,
                         int limit) {
    auto const& scale = scale_for(box);
    std::vector<Cell> cells;
    for (auto const& run : geography::cells_of(box, scale.level))
        for (auto cell = run.first; cell <= run.last; ++cell)
            cells.emplace_back(reader, scale.newest, cell, box, narrow);
    std::vector<Pin> found;
    for (auto const& key : newest(cells, limit))
        if (auto pin = reader.one(select_pin, read_pin, key.id)) found.push_back(std::move(*pin));
    return found;
}

std::optional<Pin> pin(db::Reader& reader, ReportId id) {
    return reader.one(select_pin, read_pin, id);
}

std::vector<Pin> duplicates_of(db::Reader& reader, ReportId id, int limit) {
    return reader.select(select_duplicates, read_pin, id, limit);
}

std::vector<Pin> latest(db::Reader& reader, Narrow const& narrow, int limit,
                        std::optional<Pin> const& after) {
    auto const before = after ? micros(after->filed_at) : until_of(narrow);
    auto const before_id = after ? after->id.value() : never;
    bool const any_phase = !narrow.phase.has_value();
    bool const anywhere = narrow.territory.value() == 0;
    if (!narrow.category.empty() && !anywhere)
        return reader.select(select_latest_of_both, read_pin, narrow.territory, narrow.category,
                             before, before_id, from_of(narrow), phase_of(narrow), any_phase,
                             limit);
    if (!narrow.category.empty())
        return reader.select(select_latest_of_category, read_pin, narrow.category, before,
                             before_id, from_of(narrow), phase_of(narrow), any_phase, limit);
    if (!anywhere)
        return reader.select(select_latest_of_territory, read_pin, narrow.territory, before,
                             before_id, from_of(narrow), phase_of(narrow), any_phase, limit);
    return reader.select(select_latest, read_pin, before, before_id, from_of(narrow),
                         phase_of(narrow), any_phase, limit);
}

std::vector<Pin> of_author(db::Reader& reader, PersonId author, int limit) {
    return reader.select(select_of_author, read_pin, author, limit);
}

std::vector<Pin> followed_by(db::Reader& reader, PersonId person, int limit) {
    return reader.select(select_followed, read_pin, person, limit);
}

std::vector<Pin> queue(db::Reader& reader, QueueAsk const& ask) {
    auto const until = ask.due_until.value_or(no_day);
    if (ask.assigned.value() != 0)
        return reader.select(select_queue_of_person, read_pin, ask.assigned, until, ask.limit,
                             ask.offset);
    if (ask.unit.value() != 0)
        return reader.select(select_queue_of_unit, read_pin, ask.body, ask.unit, until, ask.limit,
                             ask.offset);
    return reader.select(select_queue, read_pin, ask.body, until, ask.limit, ask.offset);
}

}  // namespace wasl::reports::store
