// SPDX-License-Identifier: Apache-2.0
// The calls of tests/open311/*.txt, each answered as the specification wants it.
#include <fstream>
#include <sstream>

#include "modules/reports/store.hpp"
#include "modules/reports/tests/georeport_for_tests.hpp"

namespace wasl::reports {

namespace {

struct Vector {
    std::string name;
    http::Method method = http::Method::get;
    std::string target;
    http::Pairs form;
    int status = 0;
    std::string type;
    std::vector<std::string> has, has_not;
};

std::vector<Vector> vectors(std::string const& file) {
    std::vector<Vector> found;
    std::ifstream in(file);
    EXPECT_TRUE(in.is_open()) << file;
    for (std::string line; std::getline(in, line);) {
        auto const rest = [&](std::size_t from) { return line.substr(from); };
        if (line.starts_with("# ")) {
            found.emplace_back().name = rest(2);
        } else if (line.starts_with("GET ")) {
            found.back().target = rest(4);
        } else if (line.starts_with("POST ")) {
            found.back().method = http::Method::post;
            found.back().target = rest(5);
        } else if (line.starts_with("+ ")) {
            auto const is = line.find('=');
            found.back().form.emplace_back(line.substr(2, is - 2), rest(is + 1));
        } else if (line.starts_with("= ")) {
            std::istringstream(rest(2)) >> found.back().status;
            found.back().type = rest(6);
        } else if (line.starts_with("has ")) {
            found.back().has.push_back(rest(4));
        } else if (line.starts_with("not ")) {
            found.back().has_not.push_back(rest(4));
        }
    }
    EXPECT_GT(found.size(), 10u);
    return found;
}

}  // namespace

class Vectors : public GeoreportTest {
protected:
    Vectors() {
        (void)write([&](db::Writer& writer) -> Outcome {
            Question depth{.category = "pothole", .code = "depth", .kind = QuestionKind::one_of};
            depth.label = {"العمق", "Profondeur", "Depth", {}};
            depth.is_required = true;
            depth.choices = {{"deep", {"عميقة", "profond", "deep", {}}}};
            store::keep(writer, depth);
            Question hint{.category = "pothole", .code = "hint", .kind = QuestionKind::notice};
            hint.label = {"احذروا", "Attention", "Mind", {}};
            hint.position = 2;
            store::keep(writer, hint);
            Question width{.category = "pothole", .code = "width", .kind = QuestionKind::number};
            Question since{.category = "pothole", .code = "since", .kind = QuestionKind::moment};
            Question lanes{.category = "pothole", .code = "lanes", .kind = QuestionKind::many_of};
            lanes.choices = {{"left", {"يسار", "gauche", "left", {}}},
                             {"right", {"يمين", "droite", "right", {}}}};
            width.label = since.label = lanes.label = {"سؤال", "Question", "Question", {}};
            width.position = since.position = lanes.position = 3;
            for (auto const& one : {width, since, lanes}) store::keep(writer, one);
            store::bump_settings(writer);
            return Done{};
        });
        clock.advance(std::chrono::seconds(2));
        auto const open = file(citizen);
        clock.advance(std::chrono::minutes(1));
        auto const closed = file(citizen);
        auto const hidden = file(citizen, filing("noise"));
        clock.advance(std::chrono::minutes(1));
        EXPECT_EQ(does([&](db::Writer& writer) {
                      return desk.move(writer, act(officer, closed), "fixed", "Réparé", {});
                  }),
                  "yes");
        values = {{"{key}", key_for(AdministrationId{0})},
                  {"{id}", open.number},
                  {"{closed}", closed.number},
                  {"{private}", hidden.number},
                  {"{lat}", open311::degrees_text(closed.place.lat)},
                  {"{long}", open311::degrees_text(closed.place.lon)}};
    }
    std::string filled(std::string text) const {
        for (auto const& [name, value] : values)
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
                text.replace(at, name.size(), value);
        return text;
    }
    void play(std::string const& file) {
        for (auto const& one : vectors(file)) {
            auto form = one.form;
            for (auto& [name, value] : form) value = filled(value);
            auto const answered = ask(one.method, filled(one.target), form);
            EXPECT_EQ(answered.status, one.status) << one.name << "\n" << answered.body;
            EXPECT_EQ(answered.type, one.type) << one.name;
            for (auto const& text : one.has)
                EXPECT_NE(answered.body.find(filled(text)), std::string::npos)
                    << one.name << "\nlacks " << filled(text) << "\n"
                    << answered.body.substr(0, 3'000);
            for (auto const& text : one.has_not)
                EXPECT_EQ(answered.body.find(filled(text)), std::string::npos)
                    << one.name << "\nholds " << filled(text);
        }
    }
    std::vector<std::pair<std::string, std::string>> values;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Vectors, tests::both_engines(), tests::engine_name);

TEST_P(Vectors, of_reading_are_answered) { play("tests/open311/reading.txt"); }

TEST_P(Vectors, of_writing_are_answered) {
    play("tests/open311/writing.txt");
    expect_consistent();
}

}  // namespace wasl::reports
