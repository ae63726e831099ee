// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/bench_data.hpp"

#include <array>
#include <random>

#include "modules/dossiers/inside.hpp"
#include "modules/dossiers/store_bench.hpp"

namespace wasl::dossiers {
namespace {

using std::chrono::hours;

constexpr std::array<std::string_view, 12> given_names{"محمد",     "فاطمة", "يوسف", "خديجة",
                                                       "عبد الله", "مريم",  "حسن",  "نعيمة",
                                                       "إدريس",    "سعاد",  "كريم", "زينب"};
constexpr std::array<std::string_view, 12> family_names{
    "العلوي",   "بنعلي",    "الوافي", "أوعزا",  "الإدريسي", "بوزيان",
    "الحمداوي", "اليعقوبي", "التازي", "بركاني", "الزناتي",  "المرابط"};

class Maker {
public:
    Maker(directory::Desk const& places, procedures::Desk const& sheets, BenchAsk const& ask,
          Instant now)
        : ask_(ask), now_(now), today_(clock::day_in_morocco(now)), dice_(ask.seed) {
        offices_ = places.calendar();
        calendar_version_ = places.calendar_version();
        auto const picture = places.picture();
        for (auto const& place : ask.places) {
            auto const sheet = sheets.published(place.procedure, place.administration);
            auto const* where = picture->administration(place.administration);
            check(sheet && where, "bench data are made for sheets that are offered there");
            sheets_.push_back({sheet, route_of(where->kind)});
        }
        check(!ask.applicants.empty() && !sheets_.empty(), "bench data need people and places");
    }

    void write_one(db::Writer& writer) {
        auto dossier = filed();
        std::vector<Deed> deeds{{Action::file, dossier.applicant, {}, *dossier.filed_at}};
        if (!is_owed(dossier.state) || dossier.state == State::in_review)
            deeds.push_back({Action::take_up, officer(), {}, *dossier.filed_at + hours{26}});
        if (is_over(dossier.state)) end(dossier, deeds);
        // Among a million numbers a few are drawn twice.
        while (!store::try_insert(writer, dossier, {}))
            dossier.number = receipt_number(year_of(*dossier.filed_on), draw());
        store::keep_values(writer, dossier.id, {{"site_address", "حي السلام، بركان"}});
        store::insert_document(writer, dossier.id, document(dossier));
        if (is_over(dossier.state)) write_decision(writer, dossier);
        write_history(writer, dossier, deeds);
        store::tally(writer, dossier, *dossier.filed_on, "filed");
    }

private:
    struct SheetHere {
        std::shared_ptr<procedures::Sheet const> sheet;
        Route route;
    };

    int roll(int from, int until) { return std::uniform_int_distribution<int>(from, until)(dice_); }
    PersonId officer() {
        return ask_.officers.empty() ? PersonId{0}
                                     : ask_.officers[static_cast<std::size_t>(
                                           roll(0, static_cast<int>(ask_.officers.size()) - 1))];
    }

    Dossier filed() {
        auto const which = static_cast<std::size_t>(roll(0, static_cast<int>(sheets_.size()) - 1));
        auto const& [sheet, route] = sheets_[which];
        auto const& place = ask_.places[which];
        bool const open = roll(1, 100) <= ask_.open_percent;
        Dossier d;
        d.id = db::fresh<DossierId>();
        d.revision = sheet->revision;
        d.procedure = place.procedure;
        d.administration = place.administration;
        d.unit = place.unit;
        d.applicant = ask_.applicants[static_cast<std::size_t>(
            roll(0, static_cast<int>(ask_.applicants.size()) - 1))];
        d.applicant_name = std::string(given_names[static_cast<std::size_t>(roll(0, 11))]) + " ";
        d.applicant_name += family_names[static_cast<std::size_t>(roll(0, 11))];
        d.filed_by = d.applicant;
        // One in twenty of those under way is late, the rest of them are recent.
        int const term = std::max(sheet->term_days, 1);
        int const age = !open              ? roll(term + 5, 720)
                        : roll(1, 20) == 1 ? term + roll(5, 30)
                                           : roll(0, term);
        d.filed_on = d.complete_on = today_ - Days{age};
        d.filed_at = clock::start_of_day_in_morocco(*d.filed_on) + hours{roll(8, 16)};
        d.changed_at = *d.filed_at;
        d.term = {sheet->immediate ? 0 : sheet->term_days, sheet->cap_days};
        d.silence_accepts = sheet->silence == procedures::Silence::acceptance;
        d.route = route;
        d.retention_years = sheet->retention_years;
        d.version = open ? 2 : 3;
        d.calendar_version = calendar_version_;
        d.offices = offices_;
        d.number = receipt_number(year_of(*d.filed_on), draw());
        d.state = roll(0, 1) == 0 ? State::lodged : State::in_review;
        if (d.state == State::in_review) d.assigned = officer();
        derive(d);
        if (!open) d.state = roll(1, 10) == 1 ? State::refused : State::approved;
        return d;
    }

    void end(Dossier& d, std::vector<Deed>& deeds) {
        auto const taken = std::min(roll(2, std::max(d.term.days, 3)) + (roll(1, 15) == 1 ? 20 : 0),
                                    static_cast<int>((today_ - *d.filed_on).count()));
        d.decided_on = *d.filed_on + Days{taken};
        d.retention_until = *d.decided_on + Days{366 * d.retention_years};
        d.assigned = deeds.back().by;
        auto const action = d.state == State::approved ? Action::approve : Action::refuse;
        d.changed_at = clock::start_of_day_in_morocco(*d.decided_on) + hours{15};
        deeds.push_back({action, d.assigned, {}, d.changed_at});
    }

    std::uint64_t draw() { return (static_cast<std::uint64_t>(dice_()) << 32) | dice_(); }

    Document document(Dossier const& d) {
        // Contents that were never uploaded: their names are marked so that nobody looks for them.
        static constexpr std::string_view digits = "0123456789abcdef";
        std::string sha256(64, 'b');
        for (std::size_t n = 48; n < 64; ++n) sha256[n] = digits[dice_() % 16];
        return {.id = db::fresh<DocumentId>(),
                .requirement = "plans",
                .sha256 = sha256,
                .name = "plan.pdf",
                .size = 65'536,
                .kind = files::Kind::pdf,
                .given_by = d.applicant,
                .given_at = *d.filed_at};
    }

    void write_decision(db::Writer& writer, Dossier const& d) {
        Decision decision;
        do {
            decision.number = receipt_number(year_of(*d.decided_on), draw());
        } while (store::paper(writer, decision.number));
        decision.approved = d.state == State::approved;
        decision.text = decision.approved ? "" : "ملف لا يستوفي الشروط المنصوص عليها";
        if (!decision.approved) {
            decision.articles = {"المادة 43 من القانون رقم 12.90"};
            decision.appeal_authority = "رئيس المجلس الجماعي";
            decision.appeal_days = appealing_days;
        }
        decision.by = d.assigned;
        decision.at = decision.notified_at = d.changed_at;
        decision.on = *d.decided_on;
        store::insert_decision(writer, d.id, decision);
        store::tally(writer, d, *d.decided_on, *d.decided_on > *d.due ? "late" : "on_time");
        store::tally(writer, d, *d.decided_on, name_of(d.state));
        store::tally_duration(writer, d, *d.decided_on, (*d.decided_on - *d.complete_on).count());
    }

    void write_history(db::Writer& writer, Dossier const& d, std::vector<Deed> const& deeds) {
        Dossier at = d;
        for (std::size_t n = 0; n < deeds.size(); ++n) {
            at.state = n + 1 == deeds.size() ? d.state : n == 0 ? State::lodged : State::in_review;
            store::append_step(writer, d.id,
                               {.sequence = static_cast<int>(n) + 1,
                                .action = deeds[n].action,
                                .by = deeds[n].by,
                                .state = at.state,
                                .at = deeds[n].now});
        }
        if (is_open(d.state)) store::count_state(writer, d, +1);
        if (is_owed(d.state)) store::count_owed(writer, d, +1);
        note_in_journal(writer, d, "file", d.applicant, now_);
    }

    BenchAsk const& ask_;
    Instant now_;
    Date today_;
    std::mt19937 dice_;
    std::shared_ptr<OfficeCalendar const> offices_;
    std::int64_t calendar_version_ = 0;
    std::vector<SheetHere> sheets_;
};

}  // namespace

std::int64_t generate(db::Database& database, directory::Desk const& places,
                      procedures::Desk const& sheets, BenchAsk const& ask, Instant now) {
    std::int64_t written = 0;
    if (database.engine() == db::Engine::sqlite)
        (void)database.write([](db::Writer& writer) -> Outcome {
            store::widen_cache(writer);
            return Done{};
        });
    while (written < ask.count) {
        auto const size = std::min<std::int64_t>(ask.batch, ask.count - written);
        // A closure may run twice: each batch has dice of its own.
        auto part = ask;
        part.seed = ask.seed + static_cast<std::uint32_t>(written);
        (void)database.write([&](db::Writer& writer) -> Outcome {
            Maker maker(places, sheets, part, now);
            for (std::int64_t n = 0; n < size; ++n) maker.write_one(writer);
            return Done{};
        });
        written += size;
    }
    return written;
}

}  // namespace wasl::dossiers
