// SPDX-License-Identifier: Apache-2.0
// What group commit asks of a writing connection; SQLite and PostgreSQL each have one.
#pragma once

#include "platform/db/db.hpp"

namespace wasl::db {

// The database undid the whole transaction for a reason that may lie in one of the writes of the
// batch (deadlock, lost connection, a deferred key): worth trying again one by one.
class Undone : public Breakdown {
public:
    using Breakdown::Breakdown;
};

// A row is held by another transaction for longer than this one may wait.
class Blocked : public Breakdown {
public:
    using Breakdown::Breakdown;
};

// A write among others is to be taken back and nothing was set aside to go back to: the batch is to
// be run again with savepoints.
class NeedsSavepoints : public Breakdown {
public:
    using Breakdown::Breakdown;
};

class Session : public Writer {
public:
    enum class Savepoints { never, always };
    // With `never` savepoint() may be a mere mark, where going back to it is seldom wanted and dear
    // to prepare; roll_back_to() then throws NeedsSavepoints if anything was changed since.
    virtual void begin(Savepoints) = 0;
    virtual void savepoint() = 0;
    virtual void release() = 0;
    virtual void roll_back_to() = 0;
    // Returns only when the transaction is on disk. Throws Undone, or Breakdown; both mean that
    // nothing is left of it, as far as anybody can know.
    virtual void commit() = 0;
    // Ends whatever is open, so that begin() may be called again.
    virtual void roll_back() noexcept = 0;
    // False where the whole transaction is gone, and savepoints with it.
    virtual bool stands() const = 0;
    // False where a statement failed and the database refuses everything until roll_back_to().
    virtual bool healthy() const = 0;
    // True where the statement failed because another transaction holds its row and may itself be
    // waiting for one of ours: what was done before it should be committed first.
    virtual bool blocked() const = 0;
    virtual int attempts() const = 0;
    // Nobody has written for a while: what was only kept to write faster is given back.
    virtual void rest() noexcept {}
    // Several statements at once, for schema steps.
    virtual void script(std::string_view name, std::string const& text) = 0;
    // Makes the transaction the only one that may change the schema.
    virtual void lock_schema() = 0;
};

}  // namespace wasl::db
