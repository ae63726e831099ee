// SPDX-License-Identifier: Apache-2.0
// The lines of a list of procedures, each with the words by which it was found.
#include <algorithm>
#include <array>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

using Reasons = std::vector<search::Reason>;

// What a byte may end: of a word's letters, most end nothing.
enum class Ends : std::uint8_t { nothing, ascii_sign, perhaps_sign };

constexpr std::array<Ends, 256> ends_by_byte() {
    std::array<Ends, 256> out{};
    for (unsigned byte = 0; byte < 0x80; ++byte) {
        auto const small = byte | 0x20U;
        bool const is_of_word = (byte >= '0' && byte <= '9') || (small >= 'a' && small <= 'z');
        out[byte] = is_of_word ? Ends::nothing : Ends::ascii_sign;
    }
    for (unsigned const second : {0x8CU, 0x9BU, 0x9FU, 0xA0U, 0xABU, 0xBBU, 0x80U})
        out[second] = Ends::perhaps_sign;
    return out;
}
constexpr auto ends_by = ends_by_byte();

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// How many bytes of a sign that is part of no word lie from the one before `at`, which is its
// second byte: Arabic and French punctuation. 0: a letter.
std::size_t sign_around(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    auto const second = byte_at(text, at);
    switch (byte_at(text, at - 1)) {
        case 0xD8:  // comma, semicolon, question mark
            return second == 0x8C || second == 0x9B || second == 0x9F ? 2 : 0;
        case 0xC2:  // no-break space, guillemets
            return second == 0xA0 || second == 0xAB || second == 0xBB ? 2 : 0;
        // U+2010 to U+203F: dashes, quotation marks. Joiners and marks of direction, which come
        // before them, belong to a word.
        case 0xE2: return second == 0x80 && byte_at(text, at + 1) >= 0x90 ? 3 : 0;
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
                    looks_ |= look_of(word);
                }
    }
    bool has(std::string_view word) const {
        return (looks_ & look_of(word)) != 0 &&
               std::find(words_.begin(), words_.end(), word) != words_.end();
    }

private:
    // Most words of a text have not the size and the last byte of one that was found.
    static std::uint64_t look_of(std::string_view word) {
        return std::uint64_t{1} << ((word.size() + 5 * byte_at(word, word.size() - 1)) % 64);
    }
    std::vector<std::string_view> words_;
    std::uint64_t looks_ = 0;
};

// Looking at each word of a text once is cheaper than looking for each that was found: Arabic
// letters begin with one of two bytes, so that such a search stops at every letter.
std::vector<Span> marks(std::string_view text, Words const& words) {
    std::vector<Span> out;
    std::size_t from = 0;
    auto const end_word = [&](std::size_t until) {
        if (until > from && words.has(text.substr(from, until - from)))
            out.push_back({from, until});
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const ends = ends_by[static_cast<unsigned char>(text[at])];
        if (ends == Ends::nothing) continue;
        bool const is_ascii = ends == Ends::ascii_sign;
        auto const start = is_ascii ? at : at - 1;
        auto const size = is_ascii ? 1 : sign_around(text, at);
        if (size == 0) continue;
        end_word(start);
        from = start + size;
        at = from - 1;
    }
    end_word(text.size());
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

void show_entry_item(html::Html& h, Entry const& entry, Reasons const& reasons) {
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
    if (item.sheet != nullptr) return show_entry_item(h, *item.sheet, item.reasons);
    show_line(h, *item.decision, item.reasons);
}

}  // namespace wasl::procedures::views
