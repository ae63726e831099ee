// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands.hpp"

namespace wasl::app {

namespace {

// What the command line asked for; run once all of it is understood.
using Command = std::function<int()>;

struct Line {
    CLI::App program{"wasl: public administration, Arabic first"};
    std::filesystem::path file;
    std::filesystem::path named;  // the file a command is about
    std::string vintage, administration, slug;
    BenchSize bench;
    bool quiet = false, announce = false, once = false, if_needed = false, dry_run = false;
    BankImport bank;
    Command command;

    // A command that needs the configuration.
    CLI::App* add(std::string const& name, std::string const& what,
                  std::function<int(config::Config const&)> run) {
        auto* const made = program.add_subcommand(name, what);
        made->callback([this, made, run = std::move(run)] {
            // What stands below it was asked for instead.
            if (!made->get_subcommands().empty()) return;
            command = [this, run] { return run(configured(file)); };
        });
        return made;
    }
};

void add_config(Line& line) {
    auto* const config = line.program.add_subcommand("config", "the configuration");
    config->require_subcommand(1);
    config->add_subcommand("check", "explain every mistake")->callback([&line] {
        line.command = [&line] { return check_config(line.file); };
    });
    config->add_subcommand("docs", "print docs/configuration.md")->callback([&line] {
        line.command = print_config_docs;
    });
}

void add_gate(Line& line) {
    auto* const command =
        line.program.add_subcommand("gate", "the legal gate over a file of sheets");
    command->add_option("FILE", line.named)->required();
    command->callback([&line] { line.command = [&line] { return gate(line.named); }; });
}

void add_challenge(Line& line) {
    auto* const challenge = line.program.add_subcommand("challenge", "editions of challenges");
    challenge->require_subcommand(1);
    auto* const command = challenge->add_subcommand(
        "recompute", "the table of a jury again, from its published record");
    command->add_option("FILE", line.named)->required();
    command->callback([&line] { line.command = [&line] { return recompute(line.named); }; });
}

void add_bank(Line& line) {
    auto* const bank = line.program.add_subcommand("bank", "the bank of projects");
    bank->require_subcommand(1);
    auto* const command = bank->add_subcommand(
        "import", "entries as CSV, or records of digital public goods as JSON");
    command->add_option("FILE", line.named)->required();
    command->add_option("--source", line.bank.source, "the collection they come from");
    command->add_flag("--listed", line.bank.listed, "without the gate: you vouch for them");
    command->add_flag("--dry-run", line.bank.dry_run, "only say what would change");
    command->callback([&line] {
        line.command = [&line] {
            return import_bank(configured(line.file), line.named, line.bank);
        };
    });
}

void add_keeping(Line& line) {
    auto const with_file = [&line](CLI::App* command) {
        command->add_option("FILE", line.named)->required();
    };
    with_file(line.add("backup", "copy all state into one file, while serving",
                       [&line](auto const& config) { return back_up_all(config, line.named); }));
    with_file(line.add("restore", "bring a backup into an empty data folder",
                       [&line](auto const& config) { return restore_all(config, line.named); }));
    auto* const exporting =
        line.add("export", "everything in open formats, into an empty folder",
                 [&line](auto const& config) { return export_all(config, line.named, line.slug); });
    exporting->add_option("FOLDER", line.named)->required();
    exporting->add_option("--administration", line.slug, "only that one, by its name in addresses");
    line.add("verify", "check the journal and every document", verify);
}

void add_filling(Line& line) {
    line.add("seed", "the province of Berkane, as a demonstration",
             [&line](auto const& config) { return seed(config, line.once); })
        ->add_flag("--once", line.once, "only where it is not there yet");
    line.add("first-admin", "the country's facts, and the one-time link of the first administrator",
             [&line](auto const& config) { return first_admin(config, line.if_needed); })
        ->add_flag("--if-needed", line.if_needed, "say nothing where there is one");
    auto* const bench =
        line.add("bench-data", "what bin/bench measures on; the same sizes give the same data",
                 [&line](auto const& config) { return bench_data(config, line.bench); });
    bench->add_option("--dossiers", line.bench.dossiers)->check(CLI::Range(0, 10'000'000));
    bench->add_option("--procedures", line.bench.procedures)->check(CLI::Range(0, 100'000));
    bench->add_option("--administrations", line.bench.administrations, "at least so many")
        ->check(CLI::Range(0, 2'100));
    bench->add_option("--people", line.bench.people)->check(CLI::Range(1, 100'000));
    bench->add_option("--entries", line.bench.entries, "in the bank of projects")
        ->check(CLI::Range(0, 100'000));
    bench->add_option("--projects", line.bench.projects, "before a jury of half as many")
        ->check(CLI::Range(0, 600));
    bench->add_option("--reports", line.bench.reports, "around the city of Berkane")
        ->check(CLI::Range(0, 10'000'000));
    auto* const import =
        line.add("import", "a newer list of territory (.csv) or outlines (.geojson, .json)",
                 [&line](auto const& config) {
                     return import_territory(config, line.named, line.vintage, line.dry_run);
                 });
    import->add_option("FILE", line.named);
    import->add_option("--vintage", line.vintage, "the year of the codes");
    import->add_flag("--dry-run", line.dry_run, "only say what would change");
    auto* const sheets = import->add_subcommand(
        "procedures",
        "sheets as CSV, XLSX, the portal's JSON or CPSV-AP JSON-LD; they become drafts");
    sheets->add_option("FILE", line.named)->required();
    sheets->add_option("--administration", line.administration,
                       "of rows that name none (its slug)");
    sheets->add_flag("--dry-run", line.dry_run, "only say what would change");
    sheets->callback([&line] {
        line.command = [&line] {
            return import_procedures(configured(line.file), line.named, line.administration,
                                     line.dry_run);
        };
    });
}

void add_all(Line& line) {
    line.program.require_subcommand(1);
    line.program.add_option("--config", line.file,
                            "the configuration file (default: DATA/wasl.toml)");
    line.add("serve", "serve until told to end",
             [&line](auto const& config) { return serve(config, line.announce); })
        ->add_flag("--announce", line.announce, "say where, on standard output");
    line.add("migrate", "bring the database up to this program",
             [&line](auto const& config) { return migrate(config, line.quiet); })
        ->add_flag("--quiet", line.quiet, "say nothing where nothing went wrong");
    line.add("jobs", "run what the calendar starts",
             [&line](auto const& config) { return run_jobs(config, line.once); })
        ->add_flag("--once", line.once, "only what is due now");
    line.add("routes", "print who may enter where", print_routes);
    add_filling(line);
    add_keeping(line);
    add_config(line);
    add_gate(line);
    add_challenge(line);
    add_bank(line);
}

}  // namespace

static int run(int count, char** words) {
    Line line;
    add_all(line);
    CLI11_PARSE(line.program, count, words);
    try {
        return line.command();
    } catch (std::exception const& broken) {
        std::cerr << "wasl: " << broken.what() << '\n';
        return 1;
    }
}

}  // namespace wasl::app

int main(int count, char** words) { return wasl::app::run(count, words); }
