// SPDX-License-Identifier: Apache-2.0
#include "tools/po_file.hpp"

#include <fstream>
#include <stdexcept>
#include <utility>

namespace {

std::string unquoted(std::string const& line, std::string const& where) {
    auto const from = line.find('"');
    auto const until = line.rfind('"');
    if (from == std::string::npos || until <= from)
        throw std::runtime_error(where + ": a text stands between quotes");
    std::string text;
    for (auto i = from + 1; i < until; ++i) {
        if (line[i] != '\\') {
            text += line[i];
            continue;
        }
        ++i;
        text += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    }
    return text;
}

class Parser {
public:
    explicit Parser(std::filesystem::path const& file) : file_(file.string()), in_(file) {
        if (!in_) throw std::runtime_error(file_ + ": cannot be read");
    }

    std::vector<PoEntry> read() {
        while (std::getline(in_, line_)) {
            ++number_;
            take_line();
        }
        close_entry();
        return std::move(entries_);
    }

private:
    void take_line() {
        auto const where = file_ + ":" + std::to_string(number_);
        if (line_.empty() || line_[0] == '#') {
            if (line_.starts_with("#,") && line_.find("fuzzy") != std::string::npos) fuzzy_ = true;
        } else if (line_.starts_with("msgid_plural")) {
            entry_.plural = true;
            text_ = nullptr;
        } else if (line_.starts_with("msgid")) {
            close_entry();
            entry_.line = number_;
            entry_.fuzzy = std::exchange(fuzzy_, false);
            entry_.key = unquoted(line_, where);
            text_ = &entry_.key;
        } else if (line_.starts_with("msgstr")) {
            entry_.forms.push_back(unquoted(line_, where));
            text_ = &entry_.forms.back();
        } else if (line_[0] == '"') {
            if (text_) *text_ += unquoted(line_, where);
        } else {
            throw std::runtime_error(where + ": neither comment, msgid nor msgstr");
        }
    }

    void close_entry() {
        if (!entry_.key.empty()) entries_.push_back(std::move(entry_));
        entry_ = {};
    }

    std::string file_;
    std::ifstream in_;
    std::string line_;
    int number_ = 0;
    bool fuzzy_ = false;
    PoEntry entry_;
    std::string* text_ = nullptr;
    std::vector<PoEntry> entries_;
};

}  // namespace

std::vector<PoEntry> read_po(std::filesystem::path const& file) { return Parser(file).read(); }
