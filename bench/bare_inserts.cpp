// SPDX-License-Identifier: Apache-2.0
// The limit for filings: a program that does nothing but insert the same rows, with the same
// indexes, in the same batches, as durably (WAL, synchronous=FULL).
//
//     bare_inserts DATABASE BATCH SECONDS      prints filings a second
//
// The rows are those of the dossier that was filed last: each round inserts them again under new
// keys.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Column {
    int type = SQLITE_NULL;
    long long number = 0;
    std::string text;
    bool key = false;  // part of a primary key or of a unique index: differs in each round
};
struct Row {
    sqlite3_stmt* insert = nullptr;
    std::vector<Column> columns;
};

class Bare {
public:
    explicit Bare(char const* file) {
        if (sqlite3_open(file, &db_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
        run("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=off");
    }
    void run(char const* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db_));
    }
    void take_rows(std::string const& table, std::string const& where) {
        auto const keys = key_columns(table);
        auto* const select = prepare("select * from " + table + " where " + where);
        while (sqlite3_step(select) == SQLITE_ROW) rows_.push_back(row(table, select, keys));
        sqlite3_finalize(select);
    }
    void insert_all(long long round) {
        for (auto const& row : rows_) {
            for (std::size_t n = 0; n < row.columns.size(); ++n)
                bind(row.insert, static_cast<int>(n) + 1, row.columns[n], round);
            if (sqlite3_step(row.insert) != SQLITE_DONE)
                throw std::runtime_error(sqlite3_errmsg(db_));
            sqlite3_reset(row.insert);
        }
    }
    std::size_t rows() const { return rows_.size(); }

private:
    sqlite3_stmt* prepare(std::string const& sql) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &made, nullptr) != SQLITE_OK)
            throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
        return made;
    }
    std::set<std::string> key_columns(std::string const& table) {
        std::set<std::string> keys;
        auto* const found =
            prepare("select name from pragma_table_info('" + table +
                    "') where pk > 0 union select i.name from "
                    "pragma_index_list('" +
                    table + "') l join pragma_index_info(l.name) i where l.\"unique\" = 1");
        while (sqlite3_step(found) == SQLITE_ROW)
            keys.emplace(reinterpret_cast<char const*>(sqlite3_column_text(found, 0)));
        sqlite3_finalize(found);
        return keys;
    }
    Row row(std::string const& table, sqlite3_stmt* from, std::set<std::string> const& keys) {
        Row made;
        std::string marks;
        for (int n = 0; n < sqlite3_column_count(from); ++n) {
            Column column{sqlite3_column_type(from, n), sqlite3_column_int64(from, n), {}, false};
            if (column.type == SQLITE_TEXT)
                column.text = reinterpret_cast<char const*>(sqlite3_column_text(from, n));
            column.key = keys.contains(sqlite3_column_name(from, n));
            made.columns.push_back(std::move(column));
            marks += n == 0 ? "?" : ",?";
        }
        made.insert = prepare("insert into " + table + " values (" + marks + ")");
        return made;
    }
    static void bind(sqlite3_stmt* insert, int place, Column const& column, long long round) {
        if (column.type == SQLITE_INTEGER) {
            sqlite3_bind_int64(insert, place,
                               column.key ? column.number + round * 1'000 : column.number);
        } else if (column.type == SQLITE_TEXT) {
            auto const text = column.key ? column.text + std::to_string(round) : column.text;
            sqlite3_bind_text(insert, place, text.c_str(), -1, SQLITE_TRANSIENT);
        } else {
            sqlite3_bind_null(insert, place);
        }
    }

    sqlite3* db_ = nullptr;
    std::vector<Row> rows_;
};

}  // namespace

int main(int count, char** words) try {
    if (count != 4) throw std::runtime_error("bare_inserts DATABASE BATCH SECONDS");
    Bare bare(words[1]);
    std::string const last =
        "(select id from dossiers where number is not null order by id desc limit 1)";
    std::string const number =
        "(select number from dossiers where number is not null order by id desc limit 1)";
    bare.take_rows("dossiers", "id = " + last);
    for (auto const* table :
         {"dossier_values", "dossier_documents", "dossier_missing", "dossier_steps"})
        bare.take_rows(table, "dossier = " + last);
    bare.take_rows("journal_entries", "subject = " + number);
    bare.take_rows("notices_inbox", "about = " + number);
    int const batch = std::atoi(words[2]);
    auto const start = Clock::now();
    auto const end = start + std::chrono::seconds(std::atoi(words[3]));
    long long done = 0;
    while (Clock::now() < end) {
        bare.run("begin immediate");
        for (int n = 0; n < batch; ++n) bare.insert_all(++done);
        bare.run("commit");
    }
    double const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("%.1f\n", static_cast<double>(done) / seconds);
    return 0;
} catch (std::exception const& fault) {
    std::fprintf(stderr, "bare_inserts: %s\n", fault.what());
    return 1;
}
