// SPDX-License-Identifier: Apache-2.0
#include <libpq-fe.h>

#include "platform/db/programs.hpp"

namespace wasl::db {

namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// As libpq reads it: name='value', with \' and \\ inside.
void add_option(std::string& address, char const* name, std::string_view value) {
    if (!address.empty()) address += ' ';
    address.append(name).append("='");
    for (char const sign : value) {
        if (sign == '\'' || sign == '\\') address += '\\';
        address += sign;
    }
    address += '\'';
}

}  // namespace

ForPrograms for_programs(Settings const& settings) {
    char* fault = nullptr;
    std::unique_ptr<PQconninfoOption, FreeOptions> const options(
        PQconninfoParse(settings.url.c_str(), &fault));
    if (!options) {
        PQfreemem(fault);  // it may quote the password
        throw Breakdown("cannot be read as the address of a PostgreSQL database");
    }
    ForPrograms found;
    for (auto const* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        std::string_view const name = option->keyword;
        if (name == "password")
            found.password = option->val;
        else if (name == "sslpassword")
            throw Breakdown(
                "names an sslpassword, which pg_dump could only be given where everybody reads it: "
                "`wasl backup` would refuse. Use a key without a password, readable by wasl alone");
        else
            add_option(found.address, option->keyword, option->val);
    }
    return found;
}

}  // namespace wasl::db
