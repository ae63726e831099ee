// SPDX-License-Identifier: Apache-2.0
// The whole line of a project as one drawing: challenge, team, entry, each adoption with what it
// became and what was measured. The same stands beside it as a list, for those who listen and for
// small screens; the drawing says nothing that the list does not.
#include <algorithm>

#include "kernel/text/fold.hpp"
#include "modules/bank/amounts.hpp"
#include "modules/bank/views.hpp"
#include "platform/html/spoken.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

enum class Kind : std::uint8_t { challenge, team, entry, adoption, procedure, good, even, bad };

struct Node {
    Kind kind = Kind::entry;
    int depth = 0;
    Message const* label = nullptr;
    html::Words words;
    html::Words note{};
};

// Narrow enough to be read on a telephone.
constexpr int width = 440, row_height = 76, box_height = 60, indent = 30;

Kind node_kind_of(Verdict verdict) {
    if (verdict == Verdict::improved) return Kind::good;
    return verdict == Verdict::worsened ? Kind::bad : Kind::even;
}

Said change_of(Effect const& effect) {
    return say(msg::line_change, {text("before", written(effect.before.value, value_places)),
                                  text("after", written(effect.after.value, value_places)),
                                  word("verdict", word_of("verdict", effect.verdict()))});
}

std::vector<Node> nodes_of(Language language, EntryPage const& page) {
    auto const& one = page.whole.entry;
    auto const told = [&](std::string_view text) { return in_its_language(one.content, text); };
    std::vector<Node> nodes;
    if (!one.source.challenge.empty())
        nodes.push_back({Kind::challenge, 0, &msg::entry_challenge, told(one.source.challenge)});
    if (!one.source.team.empty())
        nodes.push_back({Kind::team, 0, &msg::entry_team, told(one.source.team)});
    nodes.push_back(
        {Kind::entry, 0, &msg::line_entry, title_of(one.content), word_of("stage", one.stage)});
    for (auto const& whole : page.whole.adoptions) {
        auto const& adoption = whole.adoption;
        nodes.push_back({Kind::adoption, 1, &msg::line_adoption,
                         administration_said(language, page.known, adoption.administration),
                         word_of("phase", adoption.phase)});
        if (!adoption.procedure.empty())
            nodes.push_back({Kind::procedure, 2, &msg::line_procedure,
                             procedure_said(language, page.known, adoption.procedure)});
        for (auto const& effect : whole.effects)
            nodes.push_back({node_kind_of(effect.verdict()), 2, &msg::line_effect,
                             indicator_said(effect), change_of(effect)});
    }
    return nodes;
}

html::Lit class_of(Kind kind) {
    switch (kind) {
        case Kind::challenge: return "challenge"_h;
        case Kind::team: return "team"_h;
        case Kind::entry: return "entry"_h;
        case Kind::adoption: return "adoption"_h;
        case Kind::procedure: return "procedure"_h;
        case Kind::good: return "good"_h;
        case Kind::even: return "even"_h;
        case Kind::bad: return "bad"_h;
    }
    throw Bug("a kind of box that was never declared");
}

// Drawn from the side on which reading begins.
class Drawing {
public:
    Drawing(html::Html& h, std::vector<Node> const& nodes)
        : h_(h), nodes_(nodes), rtl_(i18n::direction(h.language()) == "rtl") {}

    void draw() {
        auto const height = static_cast<int>(nodes_.size()) * row_height;
        h_("<svg class=\"line\" aria-hidden=\"true\" viewBox=\"0 0 "_h, width, " "_h, height,
           "\">"_h);
        for (std::size_t n = 1; n < nodes_.size(); ++n) connect(n);
        for (std::size_t n = 0; n < nodes_.size(); ++n) box(n);
        h_("</svg>"_h);
    }

private:
    int across(int from_begin) const { return rtl_ ? width - from_begin : from_begin; }
    static int middle(std::size_t n) {
        return static_cast<int>(n) * row_height + box_height / 2 + 4;
    }

    // From what it follows: the last box above it that stands further out, or just as far out at
    // the trunk.
    void connect(std::size_t n) {
        auto const depth = nodes_[n].depth;
        std::size_t above = n - 1;
        while (above > 0 && (depth == 0 ? nodes_[above].depth > 0 : nodes_[above].depth >= depth))
            --above;
        auto const x = across(nodes_[above].depth * indent + indent / 2);
        h_("<path d=\"M"_h, x, " "_h, middle(above), " V"_h, middle(n), " H"_h,
           across(depth * indent + (depth == 0 ? indent / 2 : 0)), "\"/>"_h);
    }

    void box(std::size_t n) {
        auto const& node = nodes_[n];
        auto const begin = node.depth * indent + 2;
        auto const size = width - begin - 2;
        auto const top = static_cast<int>(n) * row_height + 4;
        h_("<g class=\""_h, class_of(node.kind), "\"><rect x=\""_h,
           rtl_ ? width - begin - size : begin, "\" y=\""_h, top, "\" width=\""_h, size,
           "\" height=\""_h, box_height, "\" rx=\"8\"/>"_h);
        text(begin + 14, top + 24, *node.label, node.note, "small"_h);
        text(begin + 14, top + 48, node.words, {}, "large"_h);
        h_("</g>"_h);
    }

    void text(int begin, int y, html::Words const& words, html::Words const& note, html::Lit size) {
        constexpr std::size_t signs_max = 38;
        auto const shown = shortened(words, signs_max);
        // Where a text begins follows from the direction of the page, which a drawing inherits.
        h_("<text class=\""_h, size, "\" x=\""_h, across(begin), "\" y=\""_h, y, "\""_h);
        html::spoken_in(h_, words);
        h_(">"_h);
        if (shown.text.empty())
            h_(html::in_attribute(words));
        else
            h_(shown.text, when(shown.cut, "…"_h));
        if (note) h_(" · "_h, html::in_attribute(note));
        h_("</text>"_h);
    }

    struct Shown {
        std::string_view text;
        bool cut = false;
    };
    // Of a person's words; a message is short by itself.
    static Shown shortened(html::Words const& words, std::size_t signs_max) {
        if (auto const* const mixed = std::get_if<html::Isolated>(&words.what())) {
            auto const text = beginning(mixed->text, signs_max);
            return {text, text.size() < mixed->text.size()};
        }
        auto const* const foreign = std::get_if<html::Foreign>(&words.what());
        if (foreign == nullptr) return {};
        auto const text = beginning(foreign->text, signs_max);
        return {text, text.size() < foreign->text.size()};
    }

    html::Html& h_;
    std::vector<Node> const& nodes_;
    bool rtl_;
};

void item(html::Html& h, Node const& node) {
    h("<li class=\""_h, class_of(node.kind), "\"><span class=\"meta\">"_h, *node.label,
      "</span> "_h, node.words);
    if (node.note) h(" · "_h, node.note);
    h("</li>"_h);
}

}  // namespace

void line(html::Html& h, EntryPage const& page) {
    auto const nodes = nodes_of(h.language(), page);
    h("<figure class=\"drawn\">"_h);
    Drawing(h, nodes).draw();
    h("<figcaption>"_h, msg::line_caption, "</figcaption></figure>"_h);
    html::Disclosure const more(h, msg::line_list);
    h("<ol class=\"links\">"_h);
    for (auto const& node : nodes) item(h, node);
    h("</ol>"_h);
}

}  // namespace wasl::bank::views
