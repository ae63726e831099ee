// SPDX-License-Identifier: Apache-2.0
// One row after another, for import.cpp.
#pragma once

#include <set>

#include "modules/procedures/import/import.hpp"

namespace wasl::procedures {

class ImportRows {
public:
    // `writer` null: a dry run.
    ImportRows(db::Reader&, db::Writer* writer, Desk const&, directory::Picture const&,
               ImportAsk const&, Instant now);

    ImportLine take(Incoming const&) const;
    // One that another sheet holds now, after all that stand alone; `seen`: codes of the file. Once
    // all are taken, each is merged.
    ImportLine take_merged(Incoming const&, std::set<std::string, std::less<>> const& seen) const;
    void merge(Incoming const&, ImportLine&) const;

private:
    struct Found;  // what the house has of it
    Found found(Incoming const&) const;
    Said fault_of(Incoming const&, Found const&) const;
    Sheet put(Incoming const&, Found const&, ImportLine&) const;
    Outcome keep(Sheet const&, Found const&) const;
    Outcome merge(Incoming const&, Found const&) const;
    bool lives(std::string_view code) const;

    db::Reader& db_;
    db::Writer* writer_;
    Desk const& desk_;
    directory::Picture const& places_;
    ImportAsk const& ask_;
    Instant now_;
    std::vector<InventoriedDecision> lists_;
    std::vector<EvidenceType> types_;
    std::vector<Exemption> exemptions_;
};

// Each before the sheet that it is merged into, so that this one still lives; those that end in
// themselves get a fault: a circle of merged sheets would hold nothing.
std::vector<Incoming> in_order_of_merging(std::vector<Incoming>);

}  // namespace wasl::procedures
