// SPDX-License-Identifier: Apache-2.0
// Reading: the picture in memory, sheets as they are offered, revisions as they were.
#include <algorithm>

#include "modules/procedures/finding.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/inside.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/vocabulary.hpp"

namespace wasl::procedures {
namespace {

constexpr auto look_every = std::chrono::seconds(1);
constexpr auto wait_for_first = std::chrono::seconds(5);
constexpr std::size_t offered_max = 512;  // kept ready, of some 15 KB each

std::shared_ptr<Picture const> read_picture(db::Reader& db) {
    auto const version = store::picture_version(db);
    return std::make_shared<Picture const>(version, store::entries(db), store::decisions(db),
                                           vocabulary(db));
}

// A clock that was set back counts as a second gone by.
bool looked_lately(Instant looked, Instant now) {
    auto const since = now - looked;
    return since >= Instant::duration(0) && since < look_every;
}

// What a published row says beside its content.
void put_beside(Sheet& sheet, Entry const& entry) {
    sheet.id = entry.id;
    sheet.revision = entry.revision;
    sheet.version = entry.version;
    sheet.code = entry.code;
    sheet.state = entry.state;
    sheet.owner = entry.owner;
    sheet.approval = entry.approval;
}

store::StoredSheet read_entry(db::Database& database, Entry const& entry) {
    auto stored =
        database.read([&](db::Reader& db) { return store::revision(db, entry.revision); });
    check(stored.has_value(), "a published revision is never removed");
    put_beside(stored->sheet, entry);
    return std::move(*stored);
}

// A place narrows what the sheet says; a way that a later revision took from all is open nowhere.
void take_ways_in(Sheet& sheet, std::vector<Channel> const& open_here) {
    auto const has = [](std::vector<Channel> const& all, Channel one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    auto left = sheet.channels;
    std::erase_if(left, [&](Channel one) { return !has(open_here, one); });
    if (!has(left, Channel::counter) && !has(left, Channel::post)) return;  // art. 30
    sheet.channels = std::move(left);
    sheet.online = sheet.online && has(sheet.channels, Channel::online);
}

std::shared_ptr<Sheet const> as_offered(Sheet const& whole, Entry const& entry,
                                        Offer const& offer) {
    auto sheet = std::make_shared<Sheet>(whole);
    put_beside(*sheet, entry);
    sheet->administration = offer.administration;
    sheet->units = offer.units;
    if (!offer.contact.ar.empty()) sheet->contact = offer.contact;
    take_ways_in(*sheet, offer.channels);
    return sheet;
}

}  // namespace

Desk::Desk(db::Database& database, directory::Desk const& directory)
    : inside_(std::make_unique<Inside>(database, directory)) {}
Desk::~Desk() = default;

void Desk::tell_through(people::Desk const& people, notices::Outbox const& notices) {
    inside_->people = &people;
    inside_->notices = &notices;
}

std::shared_ptr<Picture const> Desk::picture() const {
    auto const known = [this] {
        std::lock_guard const lock(inside_->mutex);
        return inside_->picture;
    };
    if (auto found = known()) return found;
    // After a start all who come at once want it; one reads, the others wait, though not for ever:
    // they may hold the connections that he waits for.
    std::unique_lock const reading(inside_->first, wait_for_first);
    if (auto found = known()) return found;
    auto const first = inside_->database.read([](db::Reader& db) { return read_picture(db); });
    std::lock_guard const lock(inside_->mutex);
    if (!inside_->picture) inside_->picture = first;
    return inside_->picture;
}

void Desk::refresh(db::Reader& db, Instant now) const {
    (void)picture();
    {
        std::lock_guard const lock(inside_->mutex);
        if (looked_lately(inside_->looked, now)) return;
        inside_->looked = now;
        if (inside_->picture->version() == store::picture_version(db)) return;
    }
    // One reads; who comes meanwhile is shown what was known.
    std::unique_lock const reading(inside_->next, std::try_to_lock);
    if (!reading) return;
    auto next = read_picture(db);
    // Whoever searched finds the new one ready.
    if (picture()->finder().prepared()) next->finder().prepare();
    std::lock_guard const lock(inside_->mutex);
    if (inside_->picture->version() < next->version()) inside_->picture = std::move(next);
}

void Desk::prepare() const { picture()->finder().prepare(); }

std::int64_t Desk::version() const {
    std::lock_guard const lock(inside_->mutex);
    return inside_->picture ? inside_->picture->version() : 0;
}

bool Desk::fresh(Instant now) const {
    std::lock_guard const lock(inside_->mutex);
    return inside_->picture && looked_lately(inside_->looked, now);
}

Missed& Desk::missed() const { return inside_->missed; }

void Desk::expire() const {
    std::lock_guard const lock(inside_->mutex);
    inside_->looked = Instant{};
}

std::shared_ptr<Sheet const> Desk::whole(Entry const& entry) const {
    if (auto found = inside_->cache.find(entry.revision)) {
        if (found->state == entry.state) return found;
        // A revision never changes, but a sheet is suspended and resumed under it.
        auto now = std::make_shared<Sheet>(*found);
        now->state = entry.state;
        return now;
    }
    auto stored = read_entry(inside_->database, entry);
    return inside_->cache.keep(entry.revision, std::move(stored.sheet), stored.size);
}

Sheet Desk::read_once(Entry const& entry) const {
    return read_entry(inside_->database, entry).sheet;
}

std::shared_ptr<Sheet const> Desk::published(std::string_view code, AdministrationId where) const {
    auto const now = picture();
    Inside::Offered const which(where, code);
    {
        std::lock_guard const lock(inside_->mutex);
        if (inside_->offered_in == now)
            if (auto const found = inside_->offered.find(which); found != inside_->offered.end())
                return found->second;
    }
    auto const* const entry = now->entry(code);
    if (entry == nullptr || entry->state != SheetState::published) return nullptr;
    auto const* const offer = entry->offer(where);
    if (offer == nullptr) return nullptr;
    auto const made = as_offered(*whole(*entry), *entry, *offer);
    std::lock_guard const lock(inside_->mutex);
    if (inside_->offered_in != now || inside_->offered.size() >= offered_max)
        inside_->offered.clear();
    inside_->offered_in = now;
    inside_->offered.emplace(which, made);
    return made;
}

std::shared_ptr<Sheet const> Desk::revision(db::Reader& db, RevisionId id) const {
    if (auto found = inside_->cache.find(id)) return found;
    auto stored = store::revision(db, id);
    if (!stored) return nullptr;
    return inside_->cache.keep(id, std::move(stored->sheet), stored->size);
}

std::vector<UnitId> Desk::offered_units(std::string_view code, AdministrationId where) const {
    auto const now = picture();
    auto const* const entry = now->entry(code);
    auto const* const offer = entry == nullptr ? nullptr : entry->offer(where);
    return offer == nullptr ? std::vector<UnitId>{} : offer->units;
}

}  // namespace wasl::procedures
