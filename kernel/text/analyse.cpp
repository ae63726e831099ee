// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/analyse.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "kernel/text/fold.hpp"
#include "kernel/text/stem.hpp"
#include "kernel/text/stop_words.hpp"

namespace wasl::lexis {

// Nobody types a word of 64 letters; what is longer is not stemmed and cut, so that noise cannot
// fill the memory.
static constexpr std::size_t word_max = 128;

static bool is_arabic(char32_t point) { return point >= 0x0620 && point < 0x0700; }

namespace {

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    std::vector<Token> cut() {
        for (std::size_t at = 0; at < text_.size();) {
            auto const before = at;
            auto const point = next_code_point(text_, at);
            take(point, before, at);
        }
        finish();
        return std::move(tokens_);
    }

private:
    void take(char32_t point, std::size_t from, std::size_t until) {
        auto const parts = folded(point);
        // A mark inside a word (harakat, tatweel, a bidi control) belongs to it and says nothing.
        if (parts.empty()) {
            bool const hamza = point == 0x0621;
            if (hamza && word_.empty() && from_ == until_) from_ = from;
            if (hamza || until_ > from_) until_ = until;
            return;
        }
        bool const letters = std::all_of(parts.begin(), parts.end(), [](char32_t part) {
            return u_isalnum(static_cast<UChar32>(part)) != 0;
        });
        if (!letters) return finish();
        if (from_ == until_) from_ = from;
        until_ = until;
        for (char32_t const part : parts) {
            arabic_ = arabic_ || is_arabic(part);
            if (word_.size() < word_max) append_utf8(word_, part);
        }
    }

    void finish() {
        if (!word_.empty()) {
            auto const position = position_++;
            if (!is_stop_word(word_)) tokens_.push_back(token(position));
        }
        word_.clear();
        from_ = until_ = 0;
        arabic_ = false;
    }

    Token token(std::size_t position) const {
        Token out{text_.substr(from_, until_ - from_), position, word_, {}, {}, arabic_};
        if (arabic_) {
            out.term = arabic_stem(word_);
            out.also = without_clitic(word_);
        } else {
            out.term = french_stem(word_);
        }
        return out;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::string word_;
    std::size_t from_ = 0, until_ = 0, position_ = 0;
    bool arabic_ = false;
};

}  // namespace

std::vector<Token> analyse(std::string_view text) { return Cutter(text).cut(); }

}  // namespace wasl::lexis
