// SPDX-License-Identifier: Apache-2.0
// What a map shows: the newest of a box. Where much lies in it (see also store_map_few), streams
// of reports, each newest first, are laid together: those of the cells that the box touches, at the
// level whose cells fit it, or one stream of what narrows a wide map. Each is read from an index
// alone, no further than the page needs, so that neither the reports elsewhere nor the old ones
// cost anything.
#include <algorithm>
#include <array>
#include <functional>

#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"
#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

// Whether a report of an index fits is asked of the index alone.
constexpr db::Piece whether_it_fits = R"sql(
    select filed_at, id, lat_e6, lon_e6,
        case when lat_e6 >= $1 and lat_e6 <= $2 and lon_e6 >= $3 and lon_e6 <= $4
            and (category = $5 or $6 = 1) and (phase = $7 or $8 = 1) then 1 else 0 end
    from reports
    where is_public = 1 and )sql";
constexpr db::Piece newest_after_one_key = R"sql( and (filed_at, id) < ($10, $11)
        and filed_at >= $12
    order by filed_at desc, id desc limit $13
)sql";
constexpr db::Sql in_cell_20{"reports.map_in_cell_20",
                             db::joined<whether_it_fits, "cell_20 = $9", newest_after_one_key>};
constexpr db::Sql in_cell_18{"reports.map_in_cell_18",
                             db::joined<whether_it_fits, "cell_18 = $9", newest_after_one_key>};
constexpr db::Sql in_cell_16{"reports.map_in_cell_16",
                             db::joined<whether_it_fits, "cell_16 = $9", newest_after_one_key>};
constexpr db::Sql in_cell_14{"reports.map_in_cell_14",
                             db::joined<whether_it_fits, "cell_14 = $9", newest_after_one_key>};
constexpr db::Sql in_cell_12{"reports.map_in_cell_12",
                             db::joined<whether_it_fits, "cell_12 = $9", newest_after_one_key>};
constexpr db::Sql anywhere{
    "reports.map_anywhere",
    db::joined<whether_it_fits, R"sql((filed_at, id) < ($9, $10) and filed_at >= $11
    order by filed_at desc, id desc limit $12
)sql">};
constexpr db::Sql of_category{"reports.map_of_category",
                              db::joined<whether_it_fits, "category = $9", newest_after_one_key>};
constexpr db::Sql of_territory{"reports.map_of_territory",
                               db::joined<whether_it_fits, "territory = $9", newest_after_one_key>};
constexpr db::Sql of_both{"reports.map_of_both",
                          db::joined<whether_it_fits, R"sql(territory = $9 and category = $10
        and (filed_at, id) < ($11, $12) and filed_at >= $13
    order by filed_at desc, id desc limit $14
)sql">};
constexpr db::Sql next_inhabited{"reports.map_next_inhabited", R"sql(
    select place from report_counts
    where scale = 'cell_12' and place >= $1 and place <= $2 and count > 0
    order by scale, place limit 1
)sql"};

struct Scale {
    int level;
    db::Sql const& sql;
};
constexpr std::array<Scale, 5> scales = {
    {{20, in_cell_20}, {18, in_cell_18}, {16, in_cell_16}, {14, in_cell_14}, {12, in_cell_12}}};
constexpr int widest = 12;
// Of a narrower map the few reports of its cells are read; a wider one is read by what narrows it.
constexpr int narrow_level = 16;
// A box touches a few to so many of the level that fits it: what is read beside it is no more than
// what lies in it, and a row that is not read is worth more than a question that is not asked.
constexpr std::int64_t cells_max = 40;
constexpr std::size_t inhabited_max = 64;
constexpr int page_min = 8, page_max = 1'000;

struct Key {
    std::int64_t filed_at = 0, id = 0;
    friend auto operator<=>(Key const&, Key const&) = default;
};
struct Seen {
    Key key;
    geography::Point place;
    bool fits = false;
};

// Reports, newest first, read page by page as they are wanted.
class Stream {
public:
    using Turn = std::function<std::vector<Seen>(Key const& before, int page)>;
    Stream(Turn turn, Key const& before, int page)
        : turn_(std::move(turn)), last_(before), page_(page) {}

    // The newest that was not taken and fits, or the last of a page: what comes behind it is not
    // known yet. Nothing where there is no more.
    Seen const* next() {
        if (at_ == seen_.size() && !ended_) turn_page();
        while (at_ + 1 < seen_.size() && !seen_[at_].fits) ++at_;
        return at_ < seen_.size() ? &seen_[at_] : nullptr;
    }
    void take() { ++at_; }

private:
    void turn_page() {
        at_ = 0;
        seen_ = turn_(last_, page_);
        ended_ = seen_.size() < static_cast<std::size_t>(page_);
        if (!seen_.empty()) last_ = seen_.back().key;
        page_ = std::min(page_ * 2, page_max);
    }

    Turn turn_;
    std::vector<Seen> seen_;
    std::size_t at_ = 0;
    Key last_;
    int page_;
    bool ended_ = false;
};

class Map {
public:
    Map(db::Reader& reader, geography::Box const& box, Narrow const& narrow, int limit)
        : reader_(reader), box_(box), narrow_(narrow), limit_(limit) {}

    std::vector<Pin> newest() {
        open();
        std::vector<Pin> found;
        auto const wanted = static_cast<std::size_t>(limit_);
        for (auto seen = next(wanted); !seen.empty(); seen = next(wanted - found.size()))
            for (auto& one : whole(seen))
                if (is_here(one)) found.push_back(std::move(one));
        return found;
    }

private:
    // The newest that fit and were not given yet, so many or fewer where there are no more.
    std::vector<Seen> next(std::size_t wanted) {
        std::vector<Seen> all;
        while (all.size() < wanted) {
            Stream* best = nullptr;
            Seen seen;
            for (auto& one : streams_) {
                auto const* const next = one.next();
                if (next == nullptr || (best != nullptr && next->key < seen.key)) continue;
                best = &one;
                seen = *next;
            }
            if (best == nullptr) break;
            best->take();
            if (seen.fits) all.push_back(seen);
        }
        return all;
    }

    std::vector<Pin> whole(std::span<Seen const> seen) {
        if (is_narrow_) {
            std::vector<PinKey> keys;
            for (auto const& one : seen)
                keys.push_back({geography::cell_of(one.place, scales.front().level),
                                one.key.filed_at, ReportId{one.key.id}});
            return pins_of_cells(reader_, keys);
        }
        std::vector<ReportId> ids;
        for (auto const& one : seen) ids.push_back(ReportId{one.key.id});
        return pins(reader_, ids);
    }

    bool is_here(Pin const& pin) const {
        return narrow_.territory.value() == 0 || pin.territory == narrow_.territory;
    }

    void open() {
        auto const level = geography::level_for(box_, cells_max, widest - 1, scales.front().level);
        bool const narrowed = !narrow_.category.empty() || narrow_.territory.value() != 0;
        is_narrow_ = level >= narrow_level;
        if (!is_narrow_ && narrowed) return open_narrowed();
        if (level < widest) return open_inhabited();
        // Between two levels that have an index: the finer cells would be too many.
        auto const scale = std::find_if(scales.begin(), scales.end(),
                                        [&](Scale const& one) { return one.level <= level; });
        std::vector<std::int64_t> cells;
        for (auto const& run : geography::cells_of(box_, scale->level))
            for (auto cell = run.first; cell <= run.last; ++cell) cells.push_back(cell);
        open_cells(scale->sql, cells);
    }

    void open_cells(db::Sql const& sql, std::vector<std::int64_t> const& cells) {
        for (auto const cell : cells) add(sql, cells.size(), cell);
    }

    void open_narrowed() {
        bool const anywhere_in_it = narrow_.category.empty();
        if (narrow_.territory.value() == 0)
            add(of_category, 1, narrow_.category);
        else if (anywhere_in_it)
            add(of_territory, 1, narrow_.territory);
        else
            add(of_both, 1, narrow_.territory, narrow_.category);
    }

    // A country, mostly empty; where it is not, any of its newest reports is likely to fit.
    void open_inhabited() {
        auto const runs = geography::cells_of(box_, widest);
        std::vector<std::int64_t> cells;
        auto from = runs.front().first;
        while (cells.size() <= inhabited_max) {
            auto const found = reader_.one(
                next_inhabited, [](db::Row const& row) { return row.number(0); }, from,
                runs.back().last);
            if (!found) return open_cells(in_cell_12, cells);
            auto const after = std::find_if(runs.begin(), runs.end(),
                                            [&](auto const& run) { return run.first > *found; });
            bool const inside = *found <= std::prev(after)->last;
            if (inside) cells.push_back(*found);
            if (!inside && after == runs.end()) return open_cells(in_cell_12, cells);
            from = inside ? *found + 1 : after->first;
        }
        add(anywhere, 1);
    }

    template<typename... Keys>
    void add(db::Sql const& sql, std::size_t streams, Keys const&... keys) {
        Key const before{narrow_.until ? micros(*narrow_.until) : never, never};
        auto const from = narrow_.from ? micros(*narrow_.from) : 0;
        auto const phase = narrow_.phase ? name_of(*narrow_.phase) : std::string_view();
        auto turn = [=, this, &sql](Key const& last, int page) {
            return reader_.select(
                sql,
                [](db::Row const& row) {
                    return Seen{{row.number(0), row.number(1)}, point(row, 2), row.flag(4)};
                },
                millionths(box_.south), millionths(box_.north), millionths(box_.west),
                millionths(box_.east), narrow_.category, narrow_.category.empty(), phase,
                !narrow_.phase.has_value(), keys..., last.filed_at, last.id, from, page);
        };
        auto const share = 2 * limit_ / static_cast<int>(streams);
        streams_.emplace_back(turn, before, std::clamp(share, page_min, page_max));
    }

    db::Reader& reader_;
    geography::Box const& box_;
    Narrow const& narrow_;
    int limit_;
    bool is_narrow_ = false;  // what is found lies near one another
    std::vector<Stream> streams_;
};

}  // namespace

std::vector<Pin> pins_in(db::Reader& reader, geography::Box const& box, Narrow const& narrow,
                         int limit) {
    if (auto few = few_in(reader, box, narrow, limit)) return *std::move(few);
    return Map(reader, box, narrow, limit).newest();
}

}  // namespace wasl::reports::store
