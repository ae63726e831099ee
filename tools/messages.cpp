// SPDX-License-Identifier: Apache-2.0
// messages/{ar,fr,en,zgh}.po of a folder to one constant a message:
//
//     wasl_messages SOURCE/modules/dossiers modules/dossiers OUT/messages
//
// writes OUT/messages.hpp (extern Message const receipt_title; in wasl::dossiers::msg, and find()
// for keys made from names of states) and OUT/messages.cpp. Arabic decides which keys exist; a key
// that French lacks, or that Arabic does not know, is an error.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "tools/po_file.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::array<char const*, 4> language_names{"ar", "fr", "en", "zgh"};

// How a language's msgstr[n] maps to zero, one, two, few, many, other.
std::vector<int> shapes_of(std::string const& language) {
    if (language == "ar") return {0, 1, 2, 3, 4, 5};
    if (language == "zgh") return {5};
    return {1, 5};
}

using Catalogue = std::map<std::string, PoEntry>;

std::string identifier(std::string key) {
    for (char& sign : key)
        if (sign == '.' || sign == '-') sign = '_';
    static std::set<std::string> const taken{"new",    "delete", "default", "register",
                                             "export", "public", "private", "this",
                                             "and",    "or",     "not"};
    return taken.contains(key) ? key + "_" : key;
}

std::string quoted(std::string const& text) {
    std::string out = "\"";
    for (char const sign : text) {
        if (sign == '\n')
            out += "\\n";
        else if (sign == '"' || sign == '\\')
            (out += '\\') += sign;
        else
            out += sign;
    }
    return out + "\"";
}

std::set<std::string> placeholders(std::string const& text) {
    std::set<std::string> names;
    for (auto from = text.find('{'); from != std::string::npos; from = text.find('{', from + 1))
        names.insert(text.substr(from, text.find('}', from) - from + 1));
    return names;
}

int complain(std::string const& what) {
    std::cerr << what << '\n';
    return 1;
}

int check(fs::path const& folder, std::array<Catalogue, 4> const& catalogues) {
    int faults = 0;
    for (std::size_t n = 0; n < catalogues.size(); ++n) {
        auto const name = (folder / "messages" / language_names[n]).string() + ".po";
        for (auto const& [key, entry] : catalogues[n]) {
            auto const where = name + ":" + std::to_string(entry.line) + ": " + key;
            if (!catalogues[0].contains(key)) {
                faults += complain(where + " is not in the Arabic source");
                continue;
            }
            auto const& source = catalogues[0].at(key);
            if (entry.plural != source.plural)
                faults += complain(where + " counts in one language only");
            if (entry.plural && entry.forms.size() != shapes_of(language_names[n]).size())
                faults += complain(where + " has not as many plural forms as the language");
            auto const known = placeholders(source.forms.back());
            for (auto const& form : entry.forms)
                for (auto const& placeholder : placeholders(form))
                    if (!known.contains(placeholder))
                        faults += complain(where + " uses " + placeholder + ", which Arabic lacks");
        }
    }
    for (auto const& [key, entry] : catalogues[0])
        if (!catalogues[1].contains(key))
            faults += complain(folder.string() + ": French lacks " + key);
    return faults;
}

// French sets a space before ; : ? ! and inside its quotation marks, where no line may break.
// Translators type the space that their keyboards have.
std::string french(std::string text) {
    static std::string const kept = "\u00A0";
    for (std::string const sign : {";", ":", "?", "!", "»"})
        for (auto at = text.find(' ' + sign); at != std::string::npos;
             at = text.find(' ' + sign, at + kept.size()))
            text.replace(at, 1, kept);
    for (auto at = text.find("« "); at != std::string::npos; at = text.find("« ", at + 1))
        text.replace(at + std::string("«").size(), 1, kept);
    return text;
}

void write_forms(std::ostream& out, std::string const& id, std::string const& language,
                 PoEntry const& entry) {
    std::array<std::string, 6> shapes;
    auto const places = shapes_of(language);
    for (std::size_t n = 0; n < places.size(); ++n)
        shapes[static_cast<std::size_t>(places[n])] = entry.forms[n];
    out << "static constexpr PluralForms " << id << "_" << language << "{";
    for (auto const& shape : shapes)
        out << quoted(shape.empty() ? entry.forms.back() : shape) << ", ";
    out << "};\n";
}

void write(std::string const& stem, std::string const& module,
           std::array<Catalogue, 4> const& catalogues) {
    std::ostringstream header, source;
    auto const space = "namespace wasl::" + module + "::msg {\n\n";
    header << "// Made by tools/messages from the module's .po files.\n#pragma once\n"
           << "#include \"kernel/message.hpp\"\n\n"
           << space;
    source << "#include \"" << fs::path(stem).filename().string()
           << ".hpp\"\n\n#include <algorithm>\n\n"
           << space;
    std::ostringstream index;
    for (auto const& [key, arabic] : catalogues[0]) {
        auto const id = identifier(key);
        std::ostringstream texts, plurals;
        for (std::size_t n = 0; n < catalogues.size(); ++n) {
            auto const found = catalogues[n].find(key);
            bool const there = found != catalogues[n].end() && !found->second.fuzzy &&
                               !found->second.forms.back().empty();
            if (there && arabic.plural) write_forms(source, id, language_names[n], found->second);
            texts << quoted(there ? found->second.forms.back() : "") << ", ";
            plurals << (there && arabic.plural ? "&" + id + "_" + language_names[n] : "nullptr")
                    << ", ";
        }
        header << "extern Message const " << id << ";\n";
        source << "constinit Message const " << id << "{" << quoted(module + "." + key) << ", {"
               << texts.str() << "}, {" << plurals.str() << "}};\n";
        index << "    &" << id << ",\n";
    }
    header << "\n// The message of that key without the module's name, or null.\n"
           << "Message const* find(std::string_view key);\n\n}\n";
    source
        << "\nstatic Message const* const all[] = {\n"
        << index.str() << "};\n\n"
        << "Message const* find(std::string_view key) {\n"
        << "    auto const rest = [](Message const* m) { return m->key.substr(" << module.size() + 1
        << "); };\n"
        << "    auto const* const found = std::lower_bound(std::begin(all), std::end(all), key,\n"
        << "        [&](Message const* m, std::string_view wanted) { return rest(m) < wanted; });\n"
        << "    return found != std::end(all) && rest(*found) == key ? *found : nullptr;\n}\n\n}\n";
    std::ofstream(stem + ".hpp") << header.str();
    std::ofstream(stem + ".cpp") << source.str();
}

}  // namespace

int main(int count, char** words) try {
    if (count != 4) return complain("wasl_messages SOURCE_FOLDER FOLDER OUT_STEM");
    fs::path const folder = words[1];
    auto const module = fs::path(words[2]).filename().string();
    std::array<Catalogue, 4> catalogues;
    for (std::size_t n = 0; n < catalogues.size(); ++n) {
        auto const file = folder / "messages" / (std::string(language_names[n]) + ".po");
        if (!fs::exists(file)) continue;
        for (auto& entry : read_po(file)) {
            auto const key = entry.key;
            if (std::string_view(language_names[n]) == "fr")
                for (auto& form : entry.forms) form = french(std::move(form));
            if (!catalogues[n].emplace(key, std::move(entry)).second)
                return complain(file.string() + ": " + key + " stands twice");
        }
    }
    if (check(folder, catalogues) > 0) return 1;
    fs::create_directories(fs::path(words[3]).parent_path());
    write(words[3], module, catalogues);
    return 0;
} catch (std::exception const& fault) {
    return complain(fault.what());
}
