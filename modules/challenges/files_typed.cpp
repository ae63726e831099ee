// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/files_typed.hpp"

#include "modules/people/people.hpp"

namespace wasl::challenges {

static constexpr std::string_view purpose = "challenges.file";

// "KEY:sha256:kind:bytes:name"; the key is of all that follows it and of the person.
static std::string told(KeptFile const& file) {
    return file.sha256 + ":" + file.kind + ":" + std::to_string(file.bytes) + ":" + file.name;
}
static std::string bound(PersonId person, std::string_view told) {
    return std::to_string(person.value()) + " " + std::string(told);
}

std::string file_reference(Pages const& pages, PersonId person, KeptFile const& file) {
    auto const text = told(file);
    return pages.desk.house().people.key_for(purpose, bound(person, text)) + ":" + text;
}

static std::optional<KeptFile> file_of(Pages const& pages, PersonId person,
                                       std::string_view reference) {
    std::array<std::string_view, 4> part;
    for (auto& one : part) {
        auto const colon = reference.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        one = reference.substr(0, colon);
        reference.remove_prefix(colon + 1);
    }
    KeptFile file{std::string(part[1]), std::string(reference), std::string(part[2]),
                  number_of(part[3])};
    if (!pages.desk.house().people.is_key_for(part[0], purpose, bound(person, told(file))))
        return std::nullopt;
    return file;
}

std::vector<KeptFile> files_typed(Pages const& pages, http::Request const& request, PersonId person,
                                  html::Faults& faults) {
    std::vector<KeptFile> files;
    for (auto const reference : request.fields("kept")) {
        auto file = file_of(pages, person, reference);
        if (!file) continue;
        // What nobody's row named for long was swept away.
        if (pages.files.find(file->sha256))
            files.push_back(std::move(*file));
        else
            faults.add("files", say(msg::refused_file_gone));
    }
    for (auto& file : keep_files(pages, request, "files", faults)) files.push_back(std::move(file));
    return files;
}

namespace views {

void files_fields(html::Html& h, Known const& known, std::span<KeptFile const> there) {
    std::vector<std::string> references;
    std::vector<html::Choice> choices;
    std::vector<std::string_view> ticked;
    references.reserve(there.size());
    for (auto const& one : there) {
        references.push_back(file_reference(known.pages, known.visitor.person, one));
        choices.push_back({references.back(), html::code(one.name)});
        ticked.push_back(references.back());
    }
    if (!choices.empty())
        html::checkbox_group(h,
                             {.name = "kept",
                              .label = msg::files_kept,
                              .hint = msg::files_kept_hint,
                              .required = false},
                             choices, ticked);
    html::file_field(h,
                     {.name = "files",
                      .label = msg::files_more,
                      .error = known.faults.of("files"),
                      .required = false},
                     {.multiple = true});
}

}  // namespace views

}  // namespace wasl::challenges
