// SPDX-License-Identifier: Apache-2.0
// The lines of a list of procedures, each with the words by which it was found.
#include <algorithm>
#include <cstring>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

using Reasons = std::vector<search::Reason>;

bool is_letter(char byte) {
    auto const value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    return (at == 0 || !is_letter(text[at - 1])) &&
           (at + size == text.size() || !is_letter(text[at + size]));
}

struct Span {
    std::size_t from, until;
};

// Every second byte of an Arabic text is one of two, so that looking for a word by its first byte
// stops all the time; memmem() does not.
std::size_t found(std::string_view text, std::string_view word, std::size_t from) {
    auto const* const at = static_cast<char const*>(
        ::memmem(text.data() + from, text.size() - from, word.data(), word.size()));
    return at == nullptr ? std::string_view::npos : static_cast<std::size_t>(at - text.data());
}

std::vector<Span> marks(std::string_view text, Reasons const& reasons) {
    std::vector<Span> out;
    for (auto const& reason : reasons)
        for (auto const word : reason.words) {
            if (word.empty()) continue;  // is found everywhere, for ever
            for (auto at = found(text, word, 0); at != std::string_view::npos;
                 at = found(text, word, at + word.size()))
                if (stands_alone(text, at, word.size())) out.push_back({at, at + word.size()});
        }
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.from < b.from; });
    return out;
}

// The text with the words that matched in <mark>.
void marked(html::Html& h, std::string_view text, Language language, Reasons const& reasons) {
    auto const piece = [&](std::size_t from, std::size_t until) {
        if (until > from) h(html::Foreign{text.substr(from, until - from), language});
    };
    std::size_t done = 0;
    for (auto const span : marks(text, reasons)) {
        if (span.from < done) continue;
        piece(done, span.from);
        h("<mark>"_h);
        piece(span.from, span.until);
        h("</mark>"_h);
        done = span.until;
    }
    piece(done, text.size());
}

void marked(html::Html& h, Names const& names, Reasons const& reasons) {
    marked(h, directory::in(h.language(), names), directory::spoken(h.language(), names), reasons);
}

Message const& part(std::uint8_t field) {
    static constexpr Message const* parts[] = {&msg::why_in_title,     &msg::why_in_keywords,
                                               &msg::why_in_summary,   &msg::why_in_output,
                                               &msg::why_in_subject,   &msg::why_in_administration,
                                               &msg::why_in_documents, &msg::why_in_basis};
    return *parts[std::min<std::size_t>(field, std::size(parts) - 1)];
}

Message const* reading(search::How how) {
    switch (how) {
        case search::How::same: return nullptr;
        case search::How::synonym: return &msg::why_synonym;
        case search::How::related: return &msg::why_related;
        case search::How::repaired: return &msg::why_repaired;
        case search::How::heard: return &msg::why_heard;
    }
    return nullptr;
}

// Said in words where the mark in the title does not say it already.
void show_why(html::Html& h, Reasons const& reasons) {
    auto const plain = [](search::Reason const& reason) {
        return reason.how == search::How::same &&
               reason.field == static_cast<std::uint8_t>(FoundIn::title);
    };
    if (std::all_of(reasons.begin(), reasons.end(), plain)) return;
    h("<p class=\"meta why\">"_h, msg::why_title, ": "_h);
    bool first = true;
    for (auto const& reason : reasons) {
        if (plain(reason)) continue;
        if (!first) h(" · "_h);
        first = false;
        h(part(reason.field), " <mark>"_h, html::isolated(reason.words.front()), "</mark>"_h);
        if (auto const* const how = reading(reason.how))
            h(" ("_h, say(*how, {text("asked", reason.asked)}), ")"_h);
    }
    h("</p>"_h);
}

html::Words meta(Entry const& entry) {
    if (entry.immediate) return msg::meta_immediate;
    return say(msg::meta_days, {number("count", entry.term_days)});
}

void show_entry(html::Html& h, Entry const& entry, Reasons const& reasons) {
    h("<li class=\"card\"><a href=\""_h, html::to("/procedures/", entry.code), "\">"_h);
    marked(h, entry.title, reasons);
    h("</a><p>"_h);
    marked(h, entry.summary, reasons);
    h("</p><p class=\"meta\">"_h, meta(entry), " "_h);
    if (entry.state == SheetState::suspended) html::tag(h, html::Tone::warning, msg::tag_suspended);
    if (entry.silence == Silence::acceptance) html::tag(h, html::Tone::success, msg::tag_silence);
    if (entry.online) html::tag(h, html::Tone::info, msg::tag_online);
    if (entry.free_of_charge) html::tag(h, html::Tone::neutral, msg::tag_free);
    h("</p>"_h);
    show_why(h, reasons);
    h("</li>"_h);
}

void show_line(html::Html& h, InventoriedDecision const& decision, Reasons const& reasons) {
    h("<li class=\"card\"><a href=\""_h, html::to("/decisions/", decision.code), "\">"_h);
    marked(h, {decision.name, decision.name_fr, {}, {}}, reasons);
    h("</a><p>"_h);
    marked(h, decision.administration, Language::ar, reasons);
    h("</p><p class=\"meta\">"_h);
    html::tag(h, html::Tone::neutral, msg::tag_inventoried);
    if (decision.silence) html::tag(h, html::Tone::success, msg::tag_silence);
    h("</p>"_h);
    show_why(h, reasons);
    h("</li>"_h);
}

}  // namespace

void show_item(html::Html& h, Item const& item) {
    if (item.sheet != nullptr) return show_entry(h, *item.sheet, item.reasons);
    show_line(h, *item.decision, item.reasons);
}

}  // namespace wasl::procedures::views
