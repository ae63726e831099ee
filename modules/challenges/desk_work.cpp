// SPDX-License-Identifier: Apache-2.0
// The workspace: five pages of design thinking, what is attached to them, what mentors ask.
#include <algorithm>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_coaching.hpp"

namespace wasl::challenges {

std::vector<std::string_view> headings_of(Step step) {
    switch (step) {
        case Step::empathise: return {"who", "heard", "obstacles"};
        case Step::define: return {"problem", "causes", "question"};
        case Step::ideate: return {"ideas", "chosen", "why"};
        case Step::prototype: return {"made", "shows", "needs"};
        case Step::test: return {"tried", "learned", "changes", "next"};
    }
    throw Bug("a step that was never declared");
}

// Two members who write at once both keep their words: the second is shown what the first wrote.
Outcome Desk::write(db::Writer& writer, Act const& act, TeamId id, WorkPage const& typed) const {
    auto const opened = TRY(open_as_member(writer, act, id, Doing::work));
    auto const headings = headings_of(typed.step);
    for (std::size_t n = 0; n < headings.size(); ++n)
        TRY(readable(typed.fields[n], {headings[n], text_max, false}));
    WorkPage page = typed;
    for (auto n = headings.size(); n < fields_max; ++n) page.fields[n].clear();
    page.version = typed.version + 1;
    page.by = act.by.person;
    page.at = act.now;
    if (!store::try_insert(writer, id, page))
        return Refusal{Refused::conflict, say(msg::refused_written_meanwhile)};
    note_in_journal(writer, opened.edition, "worked",
                    std::to_string(id.value()) + "/" + std::string(name_of(page.step)),
                    act.by.person, act.now);
    return Done{};
}

Outcome Desk::attach(db::Writer& writer, Act const& act, TeamId id, Step step,
                     std::span<KeptFile const> files) const {
    auto const opened = TRY(open_as_member(writer, act, id, Doing::work));
    if (files.empty()) return Refusal{Refused::invalid, say(msg::refused_no_file), {}, "files"};
    auto const there = store::work_files(writer, id);
    auto const count = static_cast<std::size_t>(std::count_if(
        there.begin(), there.end(), [&](WorkFile const& one) { return one.step == step; }));
    if (count + files.size() > files_of_step)
        return Refusal{Refused::too_large,
                       say(msg::refused_files, {number("count", files_of_step)}),
                       {},
                       "files"};
    for (auto const& one : files)
        store::insert(writer, id, WorkFile{db::next_id(), step, one, act.by.person, act.now});
    note_in_journal(writer, opened.edition, "attached",
                    std::to_string(id.value()) + "/" + std::string(name_of(step)), act.by.person,
                    act.now);
    return Done{};
}

Outcome Desk::ask(db::Writer& writer, Act const& act, TeamId id, Step step,
                  std::string_view asked) const {
    auto const opened = TRY(open_team(writer, act.by, act.edition, id));
    if (!mentors_team(writer, opened.edition.id, id, act.by.person))
        return Refusal{Refused::forbidden, say(msg::refused_its_mentor)};
    TRY(is_time(opened.edition, Doing::work, act.now));
    TRY(readable(asked, {"text", text_max}));
    Question question{.id = db::fresh<QuestionId>(), .step = step, .text = std::string(asked)};
    question.by = act.by.person;
    question.at = act.now;
    store::insert(writer, id, question);
    for (auto const& member : store::members(writer, id))
        notify(house_, writer, opened.edition, act.by.person,
               {member.profile.person,
                msg::notice_question_subject,
                msg::notice_question_body,
                link_of(opened.edition, id, "/work/") + std::string(name_of(step)),
                {text("team", opened.team.name)}},
               act.now);
    note_in_journal(writer, opened.edition, "mentor_asked", std::to_string(id.value()),
                    act.by.person, act.now);
    return Done{};
}

Outcome Desk::answer(db::Writer& writer, Act const& act, TeamId id, QuestionId question,
                     std::string_view said) const {
    auto const opened = TRY(open_as_member(writer, act, id, Doing::work));
    TRY(readable(said, {"answer", text_max}));
    Question answered{.id = question, .answer = std::string(said)};
    answered.answered_by = act.by.person;
    answered.answered_at = act.now;
    if (!store::answer(writer, id, answered))
        return Refusal{Refused::conflict, say(msg::refused_answered)};
    note_in_journal(writer, opened.edition, "question_answered", std::to_string(id.value()),
                    act.by.person, act.now);
    return Done{};
}

std::vector<WorkPage> Desk::work(db::Reader& reader, TeamId team) const {
    return store::work(reader, team);
}
std::vector<WorkFile> Desk::work_files(db::Reader& reader, TeamId team) const {
    return store::work_files(reader, team);
}
std::vector<Question> Desk::questions(db::Reader& reader, TeamId team) const {
    return store::questions(reader, team);
}

}  // namespace wasl::challenges
