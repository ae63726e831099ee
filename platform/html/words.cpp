// SPDX-License-Identifier: Apache-2.0
#include "platform/html/spoken.hpp"

namespace wasl::html {

namespace {

struct Show {
    Html& h;
    void operator()(std::monostate) const {}
    void operator()(std::int64_t amount) const { h(i18n::number(h.language(), amount)); }
    template<typename Part>
    void operator()(Part const& part) const {
        h(part);
    }
};

struct ShowPlain {
    Html& h;
    void operator()(std::monostate) const {}
    void operator()(Said const& said) const { h(InAttribute{said}); }
    void operator()(Foreign part) const { h(part.text); }
    void operator()(Isolated part) const { h(part.text); }
    void operator()(Code part) const { h(part.text); }
    void operator()(Date day) const { h(i18n::date(h.language(), day)); }
    void operator()(Instant moment) const { h(i18n::moment(h.language(), moment)); }
    void operator()(Money amount) const { h(i18n::money(h.language(), amount)); }
    void operator()(std::int64_t amount) const { h(i18n::number(h.language(), amount)); }
};

}  // namespace

void spoken_in(Html& h, Words const& words) {
    auto language = h.language();
    if (std::holds_alternative<Isolated>(words.what())) return h(" dir=\"auto\""_h);
    if (std::holds_alternative<Code>(words.what())) return h(" dir=\"ltr\""_h);
    if (auto const* const said = std::get_if<Said>(&words.what()))
        language = i18n::spoken(language, *said->message);
    else if (auto const* const foreign = std::get_if<Foreign>(&words.what()))
        language = foreign->language;
    if (language == h.language()) return;
    h(" lang=\""_h, name_of(language), "\" dir=\""_h, i18n::direction(language), "\""_h);
}

void Html::add(Words const& words) { std::visit(Show{*this}, words.what()); }
void Html::add(WordsInAttribute const& part) { std::visit(ShowPlain{*this}, part.words.what()); }

}  // namespace wasl::html
