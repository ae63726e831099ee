// SPDX-License-Identifier: Apache-2.0
// Reading what programs send. Strict: an object of known members of the right kind, nothing else;
// each refusal names the member.
#pragma once

#include <boost/json.hpp>
#include <initializer_list>

#include "modules/dossiers/uploads.hpp"

namespace wasl::dossiers::api {

inline constexpr std::size_t json_depth_max = 6;
inline constexpr std::int64_t json_bytes_max = 512 * 1024;

class Members {
public:
    // An empty body is an object without members.
    static Result<Members> read(http::Request const&, std::initializer_list<std::string_view>);

    bool holds(std::string_view name) const;
    Result<std::string> text(std::string_view name) const;      // there and not blank
    Result<std::string> any_text(std::string_view name) const;  // may be absent, null or blank
    Result<std::vector<std::string>> texts(std::string_view name) const;
    Result<std::int64_t> number(std::string_view name, std::int64_t standard) const;
    Result<bool> truth(std::string_view name) const;
    Result<Date> date(std::string_view name) const;
    Result<std::int64_t> id(std::string_view name) const;  // decimal text; 0 where absent
    Result<FieldValues> answers(std::string_view name) const;
    Result<std::vector<SentFor>> documents(std::string_view name) const;

private:
    boost::json::object object_;
};

// Bodies of one member.
Result<std::string> only_text(http::Request const&, std::string_view name);
Result<std::string> only_any_text(http::Request const&, std::string_view name);

// The value of an enumeration, by its one spelling.
template<typename Enum>
Result<Enum> choice(Members const& members, std::string_view name);

// Of "If-Match": the version of the dossier, or nothing where the header is absent or "*".
Result<std::optional<std::int64_t>> version_asked(http::Request const&);
Result<std::int64_t> id_in(std::string_view text, std::string_view name);
// Plain text that a page can show: no control signs, none that turn its direction.
bool is_plain(std::string_view);
Refusal refused(Message const&, std::string_view member);

}  // namespace wasl::dossiers::api
