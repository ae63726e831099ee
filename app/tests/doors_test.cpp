// SPDX-License-Identifier: Apache-2.0
// Every door of the house, as each who may not enter it: what the route table says is what happens,
// and behind the door stands whose administration it is.
#include "app/tests/seeded_house.hpp"

namespace wasl::app {

namespace {

using http::Allow;
using http::Method;

class Doors : public SeededHouse {
protected:
    // The page of a door, its wild parts filled with what nothing is called.
    static std::string address(http::Door const& door) {
        std::string path;
        for (std::size_t at = 0; at < door.path.size();) {
            auto const end = std::min(door.path.find('/', at + 1), door.path.size());
            auto const part = door.path.substr(at, end - at);
            path += part.starts_with("/:") ? "/1" : part;
            at = end;
        }
        return path.starts_with("/api/") ? path : "/ar" + path;
    }

    // Everything that these roles open is shut to this visitor, who has a valid csrf.
    void shut(tests::Browser& browser, std::initializer_list<Allow> doors, std::string_view who) {
        auto const csrf = browser.csrf();
        ASSERT_FALSE(csrf.empty()) << who;
        int knocked = 0;
        for (auto const& door : house().router.doors()) {
            if (std::find(doors.begin(), doors.end(), door.allow) == doors.end()) continue;
            if (door.path.starts_with("/api/") && door.method != Method::get) continue;
            http::Pairs form;
            if (door.method == Method::post) form = {{"csrf", csrf}};
            auto const status = browser.knock(door.method, address(door), form).status;
            ++knocked;
            EXPECT_EQ(status, 403) << who << ": " << door.path;
        }
        EXPECT_GT(knocked, 3) << who;
    }
};

TEST_F(Doors, are_shut_to_whoever_has_not_come_in) {
    tests::Browser stranger(house().router);
    stranger.get("/ar/sign-in");
    auto const csrf = stranger.csrf();
    int knocked = 0;
    for (auto const& door : house().router.doors()) {
        if (door.allow == Allow::anyone) continue;
        http::Pairs form;
        if (door.method == Method::post) form = {{"csrf", csrf}};
        auto const& answer = stranger.knock(door.method, address(door), form);
        ++knocked;
        bool const to_sign_in =
            answer.status == 303 &&
            std::any_of(answer.headers.begin(), answer.headers.end(), [](auto const& header) {
                return header.first == "location" &&
                       header.second.find("/sign-in") != std::string::npos;
            });
        EXPECT_TRUE(to_sign_in || answer.status == 401 || answer.status == 403)
            << door.path << " answered " << answer.status;
    }
    EXPECT_GT(knocked, 100);
}

TEST_F(Doors, open_to_no_lesser_role) {
    auto fatima = entered("fatima");
    shut(fatima, {Allow::staff, Allow::officer, Allow::head, Allow::auditor, Allow::administrator},
         "a citizen");
    auto auditor = entered("auditor");
    shut(auditor, {Allow::officer, Allow::head, Allow::administrator}, "an auditor");
    auto nadia = entered("nadia");
    shut(nadia, {Allow::head, Allow::administrator}, "an officer");
    auto head = entered("head");
    shut(head, {Allow::administrator}, "a head");
    auto keeper = entered("local-admin");
    shut(keeper, {Allow::officer, Allow::head, Allow::auditor}, "an administrator");
}

// Whoever is shown an entry of the menu may go there.
TEST_F(Doors, stand_open_where_the_menu_leads) {
    for (auto const* const name : {"fatima", "nadia", "omar", "head", "governor", "auditor",
                                   "interior", "admin", "local-admin"}) {
        auto person = entered(name);
        auto const page = person.get("/ar").body;
        auto const from = page.find("<nav class=\"menu\"");
        auto const menu = page.substr(from, page.find("</nav>", from) - from);
        constexpr std::string_view link = "href=\"";
        int entries = 0;
        for (auto at = menu.find(link); at != std::string::npos; at = menu.find(link, at + 1)) {
            auto const start = at + link.size();
            auto const path = menu.substr(start, menu.find('"', start) - start);
            EXPECT_LT(person.get(path).status, 400) << name << ": " << path;
            ++entries;
        }
        EXPECT_GT(entries, 6) << name;
    }
}

// The role is right, the administration is another's.
TEST_F(Doors, of_another_administration_stay_shut_to_the_same_role) {
    auto keeper = entered("local-admin");
    auto const province = std::to_string(place("province-berkane").value());
    for (std::string const& path :
         {std::string("/admin/administrations/province-berkane"), std::string("/admin/people/0"),
          "/admin/people/" + province, std::string("/admin/administrations/new"),
          std::string("/admin/administrations/commune-berkane/parent"),
          std::string("/admin/calendar"), std::string("/admin/letters"),
          std::string("/admin/data-requests"), std::string("/admin/journal"),
          std::string("/admin/journal/verify"), std::string("/admin/synonyms")}) {
        auto const status = keeper.knock(Method::get, "/ar" + path, {}).status;
        EXPECT_TRUE(status == 403 || status == 404) << path << ": " << status;
    }
    EXPECT_EQ(keeper.get("/ar/admin/administrations/commune-berkane").status, 200);
    auto auditor = entered("auditor");
    EXPECT_EQ(auditor.get("/ar/journal").status, 200);
    EXPECT_EQ(auditor.get("/ar/journal?administration=" + province).status, 403);
    EXPECT_EQ(auditor.get("/ar/journal/verify?administration=0").status, 403);
    for (auto const* const name : {"nadia", "head"}) {
        auto other = entered(name);
        EXPECT_EQ(other.get("/ar/journal").status, 403) << name << " does not audit";
    }
}

}  // namespace

}  // namespace wasl::app
