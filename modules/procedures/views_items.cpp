// SPDX-License-Identifier: Apache-2.0
// The lines of a list of procedures, each with the words by which it was found.
#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

using Reasons = std::vector<search::Reason>;

// The first two bytes of a letter or sign.
constexpr unsigned pair(unsigned char first, unsigned char second) {
    return static_cast<unsigned>(first) << 8U | second;
}

// How many bytes of a sign that is part of no word stand at `at`: ASCII, Arabic and French
// punctuation. 0: a letter, or a part of one.
std::size_t sign_at(std::string_view text, std::size_t at) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        auto const small = byte | 0x20U;
        return (byte >= '0' && byte <= '9') || (small >= 'a' && small <= 'z') ? 0 : 1;
    }
    if (byte != 0xD8 && byte != 0xC2 && byte != 0xE2) return 0;
    auto const second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    switch (pair(byte, static_cast<unsigned char>(second))) {
        case pair(0xD8, 0x8C):  // Arabic comma
        case pair(0xD8, 0x9B):  // semicolon
        case pair(0xD8, 0x9F):  // question mark
        case pair(0xC2, 0xA0):  // no-break space
        case pair(0xC2, 0xAB):  // guillemets
        case pair(0xC2, 0xBB): return 2;
        // U+2010 to U+203F: dashes, quotation marks. Joiners and marks of direction, which come
        // before them, belong to a word.
        case pair(0xE2, 0x80):
            return at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0x90 ? 3 : 0;
        default: return 0;
    }
}

struct Span {
    std::size_t from, until;
};

// The words by which one item was found, each once.
class Words {
public:
    explicit Words(Reasons const& reasons) {
        for (auto const& reason : reasons)
            for (auto const word : reason.words)
                if (!has(word)) {
                    words_.push_back(word);
                    sizes_ |= of_size(word);
                }
    }
    bool has(std::string_view word) const {
        return (sizes_ & of_size(word)) != 0 &&
               std::find(words_.begin(), words_.end(), word) != words_.end();
    }

private:
    // Most words of a text have no size in common with one that was found.
    static std::uint64_t of_size(std::string_view word) {
        return std::uint64_t{1} << (word.size() % 64);
    }
    std::vector<std::string_view> words_;
    std::uint64_t sizes_ = 0;
};

// Looking at each word of a text once is cheaper than looking for each that was found: Arabic
// letters begin with one of two bytes, so that such a search stops at every letter.
std::vector<Span> marks(std::string_view text, Words const& words) {
    std::vector<Span> out;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size();) {
        auto const sign = at == text.size() ? 1 : sign_at(text, at);
        if (sign != 0) {
            if (at > from && words.has(text.substr(from, at - from))) out.push_back({from, at});
            from = at + sign;
        }
        at += std::max<std::size_t>(sign, 1);
    }
    return out;
}

// The text with the words that matched in <mark>.
void marked(html::Html& h, std::string_view text, Language language, Words const& words) {
    auto const piece = [&](std::size_t from, std::size_t until) {
        if (until > from) h(html::Foreign{text.substr(from, until - from), language});
    };
    std::size_t done = 0;
    for (auto const span : marks(text, words)) {
        piece(done, span.from);
        h("<mark>"_h);
        piece(span.from, span.until);
        h("</mark>"_h);
        done = span.until;
    }
    piece(done, text.size());
}

void marked(html::Html& h, Names const& names, Words const& words) {
    marked(h, directory::in(h.language(), names), directory::spoken(h.language(), names), words);
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
    Words const words(reasons);
    h("<li class=\"card\"><a href=\""_h, html::to("/procedures/", entry.code), "\">"_h);
    marked(h, entry.title, words);
    h("</a><p>"_h);
    marked(h, entry.summary, words);
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
    Words const words(reasons);
    h("<li class=\"card\"><a href=\""_h, html::to("/decisions/", decision.code), "\">"_h);
    marked(h, {decision.name, decision.name_fr, {}, {}}, words);
    h("</a><p>"_h);
    marked(h, decision.administration, Language::ar, words);
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
