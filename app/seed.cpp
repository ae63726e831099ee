// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "modules/challenges/seed.hpp"
#include "modules/people/names.hpp"
#include "modules/reports/places.hpp"
#include "modules/reports/seed.hpp"

namespace wasl::app {

namespace {

// What the first call printed; also the sign that the demonstration is there.
std::filesystem::path note_of(House const& house) { return house.data / "demonstration.txt"; }

void insist(Outcome const& outcome) {
    if (outcome.refused())
        throw std::runtime_error("refused: " + std::string(outcome.refusal().what.message->key));
}

// The facts of the country: nobody should have to type the communes or the decrees' lists.
void seed_country(House& house) {
    insist(house.database->write([&](db::Writer& writer) -> Outcome {
        directory::seed_country(writer);
        return Done{};
    }));
    house.directory.forget();
    auto const places = house.directory.picture();
    insist(house.database->write(
        [&](db::Writer& writer) { return procedures::seed_country(writer, *places); }));
    insist(house.database->write(reports::seed_settings));
    house.procedures.expire();
}

void seed_province(House& house, Instant now) {
    insist(house.database->write([&](db::Writer& writer) -> Outcome {
        directory::seed_berkane(writer);
        return Done{};
    }));
    house.directory.forget();
    auto const places = house.directory.picture();
    insist(house.database->write(
        [&](db::Writer& writer) { return procedures::seed_berkane(writer, *places, now); }));
    insist(house.database->write(
        [&](db::Writer& writer) { return reports::seed_routes(writer, *places); }));
    insist(house.database->write(
        [&](db::Writer& writer) { return reports::seed_places(writer, *places, now); }));
    house.procedures.expire();
}

std::vector<people::DemoAccount> seed_people(House& house, Instant now) {
    auto const places = house.directory.picture();
    auto const* const commune = places->by_slug("commune-berkane");
    auto const* const province = places->by_slug("province-berkane");
    check(commune && province, "the province was seeded before its people");
    people::DemoPlace place{.commune = commune->id, .superior = province->id};
    for (auto const* const one : places->children(AdministrationId{0}))
        if (one->slug.starts_with("commune-") && one->id != commune->id)
            place.others.push_back(one->id);
    auto accounts = people::seed_demo(*house.database, house.people, place, now);
    check(!accounts.refused(), "the demonstration's accounts are never refused");
    return std::move(accounts).value();
}

// Answered by one officer, who for the day of the seed stands in every commune of the table.
void seed_reports(House& house, std::vector<people::DemoAccount> const& accounts, Instant now) {
    http::Visitor officer;
    for (auto const& one : accounts) {
        if (one.role != http::Role::officer && one.role != http::Role::head) continue;
        officer.person = one.id;
        officer.grants.push_back({http::Role::officer, one.administration, UnitId{0}});
    }
    for (auto const* const slug : {"commune-saidia", "commune-ahfir"})
        if (auto const* const one = house.directory.picture()->by_slug(slug))
            officer.grants.push_back({http::Role::officer, one->id, UnitId{0}});
    insist(house.database->write([&](db::Writer& writer) {
        return reports::seed_demo(writer, house.reports, officer, now);
    }));
}

// Read and listed by the ministry's officer, taken up by the commune.
void seed_bank(House& house, std::vector<people::DemoAccount> const& accounts, Instant now) {
    bank::DemoCast cast;
    for (auto const& one : accounts) {
        http::Visitor visitor;
        visitor.person = one.id;
        visitor.name = one.name;
        visitor.grants.push_back({one.role, one.administration, UnitId{0}});
        if (one.contact == "fatima@demo.example") cast.citizen = visitor;
        if (one.contact == "nadia@demo.example") cast.officer = visitor;
        if (one.contact == "head@demo.example") cast.head = visitor;
    }
    cast.adopter = house.directory.picture()->by_slug("commune-berkane")->id;
    insist(house.database->write(
        [&](db::Writer& writer) { return bank::seed_country(writer, house.bank, now); }));
    insist(house.database->write([&](db::Writer& writer) {
        return bank::seed_demo(writer, house.bank, cast, clock::day_in_morocco(now), now);
    }));
}

// As the accounts of the demonstration stand before its doors.
http::Visitor visitor_of(std::vector<people::DemoAccount> const& accounts,
                         std::string_view contact) {
    http::Visitor visitor;
    for (auto const& one : accounts) {
        if (one.contact != contact) continue;
        visitor.person = one.id;
        visitor.name = one.name;
        if (one.role != http::Role::citizen)
            visitor.grants.push_back({one.role, one.administration, UnitId{0}});
    }
    check(visitor.signed_in(), "the demonstration has that account");
    return visitor;
}

void seed_challenges(House& house, std::vector<people::DemoAccount> const& accounts, Instant now) {
    auto const places = house.directory.picture();
    auto const* const province = places->by_slug("province-berkane");
    check(province != nullptr, "the province was seeded before its challenges");
    challenges::DemoPeople const people{
        .organiser = visitor_of(accounts, "governor@demo.example"),
        .leader = visitor_of(accounts, "fatima@demo.example"),
        .member = visitor_of(accounts, "youssef@demo.example"),
        .seeker = visitor_of(accounts, "0612000001"),
        .mentor = visitor_of(accounts, "nadia@demo.example"),
        .others = {visitor_of(accounts, "salma@demo.example"),
                   visitor_of(accounts, "hamza@demo.example"),
                   visitor_of(accounts, "ikram@demo.example")},
        .judges = {visitor_of(accounts, "commission@demo.example"),
                   visitor_of(accounts, "interior@demo.example"),
                   visitor_of(accounts, "auditor@demo.example"),
                   visitor_of(accounts, "head@demo.example"),
                   visitor_of(accounts, "local-admin@demo.example")},
        .where = province->id};
    insist(house.database->write([&](db::Writer& writer) -> Outcome {
        TRY(challenges::seed_records(writer, *places, now));
        TRY(challenges::seed_past(writer, house.challenges, people, now));
        return challenges::seed_demo(writer, house.challenges, people, now);
    }));
}

std::string introduction(std::vector<people::DemoAccount> const& accounts,
                         directory::Picture const& places) {
    std::ostringstream said;
    said << "\n  إقليم بركان · the province of Berkane, as a demonstration. Accounts:\n\n";
    for (auto const& one : accounts) {
        auto const* const where = places.administration(one.administration);
        said << "  " << one.contact << "   " << one.password << "   " << people::name_of(one.role);
        if (where) said << ", " << in(Language::fr, where->name);
        said << "   " << one.name << '\n';
    }
    return said.str();
}

}  // namespace

int seed(config::Config const& config, bool once) {
    House house(config);
    auto const note = note_of(house);
    if (once && std::filesystem::exists(note)) {
        std::ifstream in(note);
        std::cout << in.rdbuf();
        return 0;
    }
    auto const now = clock::now();
    house.migrate(now);
    seed_country(house);
    seed_province(house, now);
    auto const accounts = seed_people(house, now);
    seed_reports(house, accounts, now);
    seed_bank(house, accounts, now);
    seed_challenges(house, accounts, now);
    auto const said = introduction(accounts, *house.directory.picture());
    std::cout << said;
    std::ofstream(note) << said;
    return 0;
}

int first_admin(config::Config const& config, bool if_needed) {
    House house(config);
    house.migrate(clock::now());
    seed_country(house);
    auto const link = house.database->write([&](db::Writer& writer) {
        return house.people.first_administrator_link(writer, clock::now());
    });
    if (link.refused()) {
        if (!if_needed) std::cerr << "there is an administrator already\n";
        return if_needed ? 0 : 1;
    }
    std::cout << "\n  The first administrator opens this link, once, within a day:\n  "
              << site_address(config) << "/ar" << link.value() << "\n";
    return 0;
}

int import_territory(config::Config const& config, std::filesystem::path const& file,
                     std::string const& vintage, bool dry_run) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    bool const outlines = file.extension() != ".csv" && file.extension() != ".tsv";
    House house(config);
    auto const report =
        house.database->write([&](db::Writer& writer) -> Result<directory::ImportReport> {
            if (outlines)
                return directory::import_boundaries(writer, text, file.filename().string(),
                                                    dry_run);
            return directory::import_territory(writer, text, vintage, dry_run);
        });
    std::cout << report.value().text();
    return report.value().count(directory::RowVerdict::fault) > 0 ? 1 : 0;
}

}  // namespace wasl::app
