// SPDX-License-Identifier: Apache-2.0
// The data that bin/bench measures on: a demonstration grown to the size of a province or of a
// country. Deterministic but for ids and tokens.
#include <fstream>
#include <iostream>
#include <utility>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "modules/bank/bench_data.hpp"
#include "modules/challenges/bench_data.hpp"
#include "modules/directory/bench_data.hpp"
#include "modules/dossiers/bench_data.hpp"
#include "modules/people/account.hpp"
#include "modules/reports/bench_data.hpp"

namespace wasl::app {

namespace {

constexpr int token_days = 30;
constexpr std::string_view city_slug = "commune-berkane";

// People who may file by the API; their tokens, one a line, in DATA/bench-tokens.txt.
std::vector<PersonId> bring_people(House& house, int count, Instant now) {
    auto const places = house.directory.picture();
    auto const* const commune = places->by_slug(city_slug);
    if (!commune) throw std::runtime_error("run `wasl seed` first");
    auto const made = house.database->write(
        [&](db::Writer& writer) -> Result<std::vector<std::pair<PersonId, std::string>>> {
            auto const officers = house.people.holders(writer, commune->id, http::Role::officer,
                                                       clock::day_in_morocco(now));
            check(!officers.empty(), "the demonstration has officers");
            std::vector<std::pair<PersonId, std::string>> all;
            for (int n = 0; n < count; ++n) {
                auto const person = TRY(house.people.register_at_counter(
                    writer, {.name = "مرتفق القياس", .contact = {}, .id_document = {}},
                    officers.front(), now));
                all.emplace_back(person, TRY(people::make_token(house.people, writer, person,
                                                                "bench", "file", token_days, now)));
            }
            return all;
        });
    if (made.refused())
        throw std::runtime_error("refused: " + std::string(made.refusal().what.message->key));
    std::ofstream tokens(house.data / "bench-tokens.txt");
    std::vector<PersonId> people;
    for (auto const& [person, token] : made.value()) {
        tokens << token << '\n';
        people.push_back(person);
    }
    return people;
}

std::vector<dossiers::BenchPlace> places_of(House& house) {
    std::vector<dossiers::BenchPlace> places;
    auto const picture = house.procedures.picture();
    for (auto const& entry : picture->entries()) {
        if (!entry.online || entry.offers.size() < 2) continue;
        for (auto const& offer : entry.offers)
            if (!offer.units.empty())
                places.push_back({entry.code, offer.administration, offer.units.front()});
    }
    return places;
}

// The city, then the communes near it.
std::vector<TerritoryId> communes_around(directory::Picture const& places,
                                         directory::Administration const& city) {
    constexpr double metres_max = 20'000;
    check(city.territory.has_value(), "a commune has a territory");
    std::vector<TerritoryId> found{*city.territory};
    auto const& middle = *places.territory(*city.territory);
    for (auto const& one : places.territories()) {
        bool const commune = one.kind == directory::TerritoryKind::municipality ||
                             one.kind == directory::TerritoryKind::commune;
        auto const metres = geography::metres_between({one.lat, one.lon}, {middle.lat, middle.lon});
        if (commune && one.id != middle.id && metres < metres_max) found.push_back(one.id);
    }
    return found;
}

// The officers of the city are its first judges, so that somebody who can sign in is one.
challenges::BenchJury jury_of(House& house, int projects, std::vector<PersonId> const& people,
                              Instant now) {
    auto const* const commune = house.directory.picture()->by_slug(city_slug);
    auto const holders = [&](http::Role role) {
        return house.database->read([&](db::Reader& reader) {
            return house.people.holders(reader, commune->id, role, clock::day_in_morocco(now));
        });
    };
    challenges::BenchJury ask{.projects = projects,
                              .judges = projects / 2,
                              .organiser = {.person = holders(http::Role::head).front(),
                                            .name = {},
                                            .grants = {{http::Role::head, commune->id, UnitId{0}}},
                                            .csrf = {}},
                              .where = commune->id,
                              .people = {}};
    auto const add = [&](PersonId person) {
        ask.people.push_back({.person = person, .name = {}, .grants = {}, .csrf = {}});
    };
    for (auto const officer : holders(http::Role::officer)) add(officer);
    for (auto const person : people) add(person);
    check(std::cmp_greater_equal(ask.people.size(), ask.judges + projects),
          "somebody leads each project");
    return ask;
}

}  // namespace

int bench_data(config::Config const& config, BenchSize const& size) {
    House house(config);
    auto const now = clock::now();
    house.migrate(now);
    auto const applicants = bring_people(house, size.people, now);
    dossiers::BenchAsk ask;
    ask.count = size.dossiers;
    ask.places = places_of(house);
    ask.applicants = applicants;
    auto const* const commune = house.directory.picture()->by_slug(city_slug);
    ask.officers = house.database->read([&](db::Reader& reader) {
        return house.people.holders(reader, commune->id, http::Role::officer,
                                    clock::day_in_morocco(now));
    });
    auto const written =
        dossiers::generate(*house.database, house.directory, house.procedures, ask, now);
    auto const administrations =
        house.database->write([&](db::Writer& writer) -> Result<std::int64_t> {
            return directory::seed_many(writer, size.administrations);
        });
    house.directory.forget();
    auto const places = house.directory.picture();
    // The writer's cache is wide since the dossiers.
    reports::BenchAsk const around{
        .count = size.reports,
        .communes = communes_around(*places, *places->by_slug(city_slug)),
        .people = applicants};
    auto const reported = reports::generate(*house.database, house.reports, around, now);
    auto const entries =
        bank::generate(*house.database, house.bank, size.entries, clock::day_in_morocco(now), now);
    auto const sent = challenges::generate(*house.database, house.challenges,
                                           jury_of(house, size.projects, applicants, now), now);
    auto const more = house.database->write([&](db::Writer& writer) {
        return procedures::seed_many(writer, *places, size.procedures, now);
    });
    check(!more.refused(), "generated sheets are published");
    std::cout << written << " dossiers, " << reported << " reports, " << entries << " entries, "
              << sent << " projects, " << size.procedures << " procedures, "
              << administrations.value() << " administrations, " << size.people << " people\n";
    return 0;
}

}  // namespace wasl::app
