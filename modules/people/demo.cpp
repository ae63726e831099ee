// SPDX-License-Identifier: Apache-2.0
// The people of the demonstration: invented, with names as they are given in the Oriental.
#include "modules/directory/directory.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/store.hpp"

namespace wasl::people {
namespace {

using http::Role;

// Where a demonstration account works.
enum class At { nowhere, commune, desk, superior, platform, named };

struct Cast {
    std::string_view name, contact;
    Role role = Role::citizen;
    At at = At::nowhere;
    std::string_view title_ar{}, title_fr{};
    std::string_view slug{};  // of the administration, where it is named
};

// Printed on a terminal and typed into forms, hence Latin.
constexpr std::string_view demo_password = "wasl demo 2026";

constexpr Cast cast[] = {
    {"فاطمة الزهراء بوعزة", "fatima@demo.example"},
    {"يوسف الإدريسي", "youssef@demo.example"},
    {"خديجة أمزيان", "0612000001"},
    {"عمر بلحاج", "omar@demo.example", Role::officer, At::desk, "تقني بمصلحة التعمير",
     "Technicien au service de l’urbanisme"},
    {"نادية الشرقاوي", "nadia@demo.example", Role::officer, At::commune, "موظفة بالشباك الوحيد",
     "Agente du guichet unique"},
    {"عبد الحق مرزوق", "head@demo.example", Role::head, At::commune, "رئيس المجلس الجماعي",
     "Président du conseil communal"},
    {"سعاد العلمي", "governor@demo.example", Role::head, At::superior, "رئيسة قسم التعمير بالعمالة",
     "Cheffe de la division de l’urbanisme"},
    {"محمد التازي", "auditor@demo.example", Role::auditor, At::commune, "مراقب", "Contrôleur"},
    {"إدريس الوزاني", "local-admin@demo.example", Role::administrator, At::commune,
     "مدير النظام بالجماعة", "Administrateur de la commune"},
    {"مريم السعيدي", "admin@demo.example", Role::administrator, At::platform, "مديرة المنصة",
     "Administratrice de la plateforme"},
    {"سمير الفاسي", "interior@demo.example", Role::officer, At::named, "مكلف بمطابقة المصنفات",
     "Chargé de la conformité des recueils", "interieur"},
    {"ليلى بنجلون", "commission@demo.example", Role::officer, At::named, "كتابة اللجنة الوطنية",
     "Secrétariat de la Commission nationale", "transition-numerique"},
    // Who led teams of a challenge that is over.
    {"سلمى الحداوي", "salma@demo.example"},
    {"حمزة اليعقوبي", "hamza@demo.example"},
    {"إكرام بنعلي", "ikram@demo.example"},
};

AdministrationId place_of(Cast const& one, DemoPlace const& place,
                          directory::Picture const& places) {
    switch (one.at) {
        case At::nowhere: return AdministrationId{0};
        case At::commune:
        case At::desk: return place.commune;
        case At::superior: return place.superior;
        case At::platform: return platform;
        case At::named:
            if (auto const* const found = places.by_slug(one.slug)) return found->id;
            return platform;
    }
    throw Bug("a place that was never declared");
}

PersonId person_of(db::Writer& writer, Cast const& one, std::string_view password, Instant now) {
    auto const address = contact(one.contact).value();
    if (auto const known = store::by_contact(writer, address)) return known->id;
    Person person;
    person.id = db::fresh<PersonId>();
    person.name = one.name;
    bool const by_mail = address.kind == Contact::Kind::email;
    (by_mail ? person.email : person.phone) = address.text;
    (by_mail ? person.email_confirmed : person.phone_confirmed) = true;
    store::insert(writer, person, password, now);
    return person.id;
}

void seat(db::Writer& writer, PersonId person, PersonId by, AdministrationId where, UnitId unit,
          Role role, std::string_view title_ar, std::string_view title_fr, Instant now) {
    store::Position const position{
        db::fresh<PositionId>(), where, unit, role, std::string(title_ar), std::string(title_fr)};
    store::insert_position(writer, position);
    store::Holding holding;
    holding.id = db::fresh<HoldingId>();
    holding.position = position.id;
    holding.person = person;
    holding.role = role;
    holding.administration = where;
    holding.unit = unit;
    holding.from = clock::day_in_morocco(now) - Days{30};
    holding.until = for_ever;
    store::insert_holding(writer, holding, by, now);
}

}  // namespace

Result<std::vector<DemoAccount>> seed_demo(db::Database& database, Desk const& desk,
                                           DemoPlace const& place, Instant now) {
    auto const places = desk.inside().directory.picture();
    auto const hash = desk.inside().passwords.hash(normal_password(demo_password));
    return database.write([&](db::Writer& writer) -> Result<std::vector<DemoAccount>> {
        std::vector<DemoAccount> accounts;
        for (auto const& one : cast) {
            auto const where = place_of(one, place, *places);
            bool const elsewhere = one.at == At::superior || one.at == At::named;
            if (elsewhere && where == platform) continue;  // nobody named it
            auto const person = person_of(writer, one, hash, now);
            accounts.push_back({person, std::string(one.name), std::string(one.contact),
                                std::string(demo_password), one.role, where});
            bool const seated = !store::holdings_of(writer, person, Date{}).empty();
            if (one.at == At::nowhere || seated) continue;
            seat(writer, person, person, where, one.at == At::desk ? place.desk : UnitId{0},
                 one.role, one.title_ar, one.title_fr, now);
        }
        // One officer for each of the other communes, so that nothing filed there is stranded.
        auto const officer = accounts[3].id;
        for (auto const other : place.others)
            if (store::positions(writer, other).empty())
                seat(writer, officer, officer, other, UnitId{0}, Role::officer,
                     "موظف مكلف بالملفات", "Agent chargé des dossiers", now);
        return accounts;
    });
}

}  // namespace wasl::people
