// SPDX-License-Identifier: Apache-2.0
// Files as constants:
//
//     wasl_embed schema modules/dossiers OUT/schema.hpp FILE.sql ...   wasl::dossiers::schema[]
//     wasl_embed files modules/directory OUT/data.hpp FILE ...         wasl::directory::data[]
//
// `data` rows are {name, text}.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::string content(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

// One literal may be at most 64 KiB by the standard; longer ones are joined from pieces.
void write_literal(std::ostream& out, std::string const& text) {
    constexpr std::size_t piece = 8000;
    if (text.empty()) out << "\"\"";
    for (std::size_t from = 0; from < text.size();) {
        auto until = std::min(from + piece, text.size());
        while (until < text.size() && (static_cast<unsigned char>(text[until]) & 0xC0U) == 0x80U)
            ++until;
        out << "R\"wasl(" << text.substr(from, until - from) << ")wasl\"\n";
        from = until;
    }
}

}  // namespace

int main(int count, char** words) try {
    if (count < 4) throw std::runtime_error("wasl_embed schema|files FOLDER OUT FILE...");
    std::string const kind = words[1];
    std::string const folder = words[2];
    std::vector<fs::path> files(words + 4, words + count);
    std::sort(files.begin(), files.end());
    std::ostringstream out;
    bool const schema = kind == "schema";
    out << "// Made by tools/embed.\n#pragma once\n#include <string_view>\n";
    out << (schema ? "#include \"platform/db/db.hpp\"\n" : "");
    // Every compiler we use takes longer literals than the 64 KiB the standard asks for.
    out << "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n";
    out << "\nnamespace wasl::" << fs::path(folder).filename().string() << " {\n\n";
    if (schema) {
        out << "inline constexpr db::SchemaStep schema[] = {\n";
    } else {
        out << "struct EmbeddedFile {\n    std::string_view name;\n    std::string_view "
               "text;\n};\n";
        out << "inline constexpr EmbeddedFile data[] = {\n";
    }
    for (auto const& file : files) {
        out << "{";
        if (schema)
            out << "\"" << folder << "\", \"" << file.stem().string() << "\",\n";
        else
            out << "\"" << file.filename().string() << "\",\n";
        write_literal(out, content(file));
        out << "},\n";
    }
    out << "};\n\n}\n#pragma GCC diagnostic pop\n";
    fs::create_directories(fs::path(words[3]).parent_path());
    std::ofstream(words[3]) << out.str();
    return 0;
} catch (std::exception const& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
}
