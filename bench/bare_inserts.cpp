// SPDX-License-Identifier: Apache-2.0
// The limit for filings: a program that does nothing but write the same rows into a copy of the
// same database, with the same indexes and constraints, in batches of the same size, as durably
// (WAL, synchronous=FULL, foreign keys on).
//
//     bare_inserts DATABASE BATCH SECONDS      prints sets a second, CPU-ms a set, rows a set
//
// The rows are those of the dossier that was filed last, under new keys in each round: the dossier,
// its answers, documents and missing documents, its first step, its entry in the journal, the
// notice, the letter. The rows that a filing changes are changed too, by their keys: the head of
// the chain, the person's count of unread notices, the counts and the figures of the month.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Column {
    std::string name;
    int type = SQLITE_NULL;
    long long number = 0;
    std::string text;
    bool entry = false;  // the number of an entry of the journal
};
struct Row {
    sqlite3_stmt* insert = nullptr;
    std::vector<Column> columns;
};
// What is new in a round.
struct Keys {
    long long shift = 0;
    long long person = 0;
    std::string number;
    std::string form;
};

class Bare {
public:
    explicit Bare(char const* file) {
        if (sqlite3_open(file, &db_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
        run("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;"
            "pragma cache_size=-65536; pragma mmap_size=1073741824; pragma temp_store=memory");
        take_last_filing();
    }
    void run(char const* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db_));
    }
    void write_all(long long round) {
        Keys const keys{round, persons_[static_cast<std::size_t>(round) % persons_.size()],
                        of_size(number_.size()), of_size(key_size_)};
        for (auto const& row : rows_) {
            for (std::size_t n = 0; n < row.columns.size(); ++n)
                bind(row.insert, static_cast<int>(n) + 1, row.columns[n], keys);
            step(row.insert);
        }
        for (auto* const change : changes_) step(change);
        sqlite3_bind_int64(unread_, 1, keys.person);
        step(unread_);
    }
    std::size_t rows() const { return rows_.size() + changes_.size() + 1; }

private:
    void take_last_filing() {
        auto* const last = prepare(
            "select id, number, applicant, length(idempotency_key), administration, unit, state, "
            "procedure, due, substr(filed_on, 1, 7) from dossiers "
            "where idempotency_key is not null and number is not null order by id desc limit 1");
        if (sqlite3_step(last) != SQLITE_ROW) throw std::runtime_error("no filing to repeat");
        dossier_ = sqlite3_column_int64(last, 0);
        number_ = text_of(last, 1);
        applicant_ = sqlite3_column_int64(last, 2);
        key_size_ = static_cast<std::size_t>(sqlite3_column_int64(last, 3));
        auto const id = std::to_string(dossier_);
        take_rows("dossiers", "id = " + id);
        for (auto const* table :
             {"dossier_values", "dossier_documents", "dossier_missing", "dossier_steps"})
            take_rows(table, "dossier = " + id);
        take_rows("journal_entries", "subject = '" + number_ + "'");
        take_rows("notices_inbox", "about = '" + number_ + "'");
        take_rows("notices_letters",
                  "notice in (select id from notices_inbox where about = '" + number_ + "')");
        auto const where = " where administration = " + text_of(last, 4);
        auto const unit = " and unit = " + text_of(last, 5);
        auto const procedure = " and procedure = '" + text_of(last, 7) + "'";
        auto const state = text_of(last, 6);
        take_change("journal_chains set sequence = sequence + 1, hash = hash where chain = " +
                    text_of(last, 4));
        take_change("dossier_counts set amount = amount + 1" + where + unit + " and state = '" +
                    state + "'");
        if (state == "lodged")
            take_change("dossier_owed set amount = amount + 1" + where + unit + procedure +
                        " and due = '" + text_of(last, 8) + "'");
        for (auto const* figure : {"filed", "incomplete"})
            if (figure[0] == 'f' || state == "being_lodged")
                take_change("dossier_tallies set amount = amount + 1" + where + procedure +
                            " and month = '" + text_of(last, 9) + "' and figure = '" + figure +
                            "'");
        sqlite3_finalize(last);
        unread_ = prepare("update people_persons set unread = unread + 1 where id = ?");
        auto* const people =
            prepare("select distinct applicant from dossiers order by applicant limit 500");
        while (sqlite3_step(people) == SQLITE_ROW)
            persons_.push_back(sqlite3_column_int64(people, 0));
        sqlite3_finalize(people);
    }
    static std::string text_of(sqlite3_stmt* row, int column) {
        auto const* text = sqlite3_column_text(row, column);
        return text ? reinterpret_cast<char const*>(text) : "";
    }
    sqlite3_stmt* prepare(std::string const& sql) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(db_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) !=
            SQLITE_OK)
            throw std::runtime_error(sql + ": " + sqlite3_errmsg(db_));
        return made;
    }
    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db_));
        sqlite3_reset(statement);
    }
    void take_rows(std::string const& table, std::string const& where) {
        auto* const select = prepare("select * from " + table + " where " + where);
        while (sqlite3_step(select) == SQLITE_ROW) {
            Row made;
            std::string marks;
            for (int n = 0; n < sqlite3_column_count(select); ++n) {
                made.columns.push_back(
                    {sqlite3_column_name(select, n), sqlite3_column_type(select, n),
                     sqlite3_column_int64(select, n), text_of(select, n),
                     table == "journal_entries" &&
                         sqlite3_column_name(select, n) == std::string_view("sequence")});
                marks += n == 0 ? "?" : ",?";
            }
            made.insert = prepare("insert into " + table + " values (" + marks + ")");
            rows_.push_back(std::move(made));
        }
        sqlite3_finalize(select);
    }
    void take_change(std::string const& change) {
        auto* const made = prepare("update " + change);
        step(made);
        if (sqlite3_changes(db_) != 1) throw std::runtime_error("not one row: " + change);
        changes_.push_back(made);
    }
    std::string of_size(std::size_t size) {
        static constexpr char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        std::string made(size, '0');
        for (auto& sign : made) sign = signs[dice_() & 31];
        return made;
    }
    void bind(sqlite3_stmt* insert, int place, Column const& column, Keys const& keys) const {
        if (column.type == SQLITE_INTEGER) {
            auto value = column.number;
            if (value == applicant_)
                value = keys.person;
            else if (value == dossier_ || column.name == "id" || column.name == "notice")
                value += keys.shift * 16;
            else if (column.entry)
                value += keys.shift;
            sqlite3_bind_int64(insert, place, value);
        } else if (column.type == SQLITE_TEXT) {
            auto const& text = column.text == number_             ? keys.number
                               : column.name == "idempotency_key" ? keys.form
                                                                  : column.text;
            sqlite3_bind_text(insert, place, text.c_str(), -1, SQLITE_STATIC);
        } else {
            sqlite3_bind_null(insert, place);
        }
    }

    sqlite3* db_ = nullptr;
    std::vector<Row> rows_;
    std::vector<sqlite3_stmt*> changes_;
    sqlite3_stmt* unread_ = nullptr;
    std::vector<long long> persons_;
    long long dossier_ = 0;
    long long applicant_ = 0;
    std::string number_;
    std::size_t key_size_ = 0;
    std::mt19937_64 dice_{std::random_device{}()};
};

double cpu_milliseconds() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

}  // namespace

int main(int count, char** words) try {
    if (count != 4) throw std::runtime_error("bare_inserts DATABASE BATCH SECONDS");
    Bare bare(words[1]);
    int const batch = std::atoi(words[2]);
    auto const start = Clock::now();
    auto const spent = cpu_milliseconds();
    auto const end = start + std::chrono::seconds(std::atoi(words[3]));
    long long done = 0;
    while (Clock::now() < end) {
        bare.run("begin immediate");
        for (int n = 0; n < batch; ++n) bare.write_all(++done);
        bare.run("commit");
    }
    double const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("%.1f %.4f %zu\n", static_cast<double>(done) / seconds,
                (cpu_milliseconds() - spent) / static_cast<double>(done), bare.rows());
    return 0;
} catch (std::exception const& fault) {
    std::fprintf(stderr, "bare_inserts: %s\n", fault.what());
    return 1;
}
