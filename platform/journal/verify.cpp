// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/entries.hpp"
#include "platform/journal/hash.hpp"
#include "platform/journal/reading.hpp"

namespace wasl::journal {
namespace {

constexpr int entries_a_step = 500;
constexpr std::int64_t before_all = INT64_MIN;

// Walks through the entries in order and remembers only the last one.
class Walk {
public:
    explicit Walk(db::Reader& reader) : reader_(reader) {}

    void visit(Entry const& entry) {
        if (entry.chain != chain_ || !started_) {
            finish_chain();
            started_ = true;
            chain_ = entry.chain;
            sequence_ = 0;
            hash_.clear();
        }
        ++verdict_.entries;
        judge(entry);
        sequence_ = entry.sequence;
        hash_ = entry.hash;
    }

    // What was visited was all of one chain, which may be empty.
    Verdict finish_one(std::int64_t chain) {
        finish_chain();
        auto const head = started_ ? std::nullopt : head_of(reader_, chain);
        if (head && head->sequence > 0)
            fault(chain, 0, "the chain's head counts entries, but there is none");
        return std::move(verdict_);
    }

    Verdict finish() {
        finish_chain();
        for (auto const chain : emptied_chains(reader_))
            fault(chain, 0, "the chain's head counts entries, but there is none");
        return std::move(verdict_);
    }

private:
    // After a gap the hash of the lost entry is unknown, so the link cannot be judged as well.
    void judge(Entry const& entry) {
        if (entry.sequence != sequence_ + 1) {
            fault(entry.chain, entry.sequence,
                  "entries are missing: " + std::to_string(sequence_ + 1) + " to " +
                      std::to_string(entry.sequence - 1));
        } else if (hash_of(hash_, entry) != entry.hash) {
            fault(entry.chain, entry.sequence,
                  "its hash does not follow from its contents and the entry before it: "
                  "one of them was changed");
        }
    }
    void finish_chain() {
        if (!started_) return;
        auto const head = head_of(reader_, chain_);
        if (!head) {
            fault(chain_, sequence_, "the chain has no head");
        } else if (head->sequence != sequence_) {
            fault(chain_, sequence_,
                  "the chain's head counts " + std::to_string(head->sequence) + " entries");
        } else if (head->hash != hash_) {
            fault(chain_, sequence_, "the chain's head has another hash than the last entry");
        }
    }
    void fault(std::int64_t chain, std::int64_t sequence, std::string why) {
        verdict_.faults.push_back({chain, sequence, std::move(why)});
    }

    db::Reader& reader_;
    Verdict verdict_;
    bool started_ = false;
    std::int64_t chain_ = 0;
    std::int64_t sequence_ = 0;
    std::string hash_;
};

}  // namespace

Verdict verify(db::Reader& reader) {
    Walk walk(reader);
    std::int64_t chain = before_all;
    std::int64_t sequence = before_all;
    for (;;) {
        auto const step = entries_after(reader, chain, sequence, entries_a_step);
        for (auto const& entry : step) walk.visit(entry);
        if (step.size() < entries_a_step) return walk.finish();
        chain = step.back().chain;
        sequence = step.back().sequence;
    }
}

Verdict verify_chain(db::Reader& reader, std::int64_t chain) {
    Walk walk(reader);
    std::int64_t sequence = before_all;
    for (;;) {
        auto const step = entries_after(reader, chain, sequence, entries_a_step);
        for (auto const& entry : step)
            if (entry.chain == chain) walk.visit(entry);
        if (step.size() < entries_a_step || step.back().chain != chain)
            return walk.finish_one(chain);
        sequence = step.back().sequence;
    }
}

bool entry_holds(db::Reader& reader, Entry const& entry) {
    std::string previous;
    if (entry.sequence > 1) {
        auto const before = entry_at(reader, entry.chain, entry.sequence - 1);
        if (!before) return false;
        previous = before->hash;
    }
    if (hash_of(previous, entry) != entry.hash) return false;
    auto const kept = entry_at(reader, entry.chain, entry.sequence);
    if (!kept || kept->hash != entry.hash) return false;
    if (auto const after = entry_at(reader, entry.chain, entry.sequence + 1))
        return hash_of(entry.hash, *after) == after->hash;
    auto const head = head_of(reader, entry.chain);
    return head && head->sequence == entry.sequence && head->hash == entry.hash;
}

}  // namespace wasl::journal
