// SPDX-License-Identifier: Apache-2.0
// Statements that share a piece: the columns of a kind of row, a condition. They are joined while
// the program is compiled, so that each is still one constant, known by its address.
//
//   constexpr db::Piece columns = "select id, name from places ";
//   constexpr db::Sql by_id{"places.by_id", db::joined<columns, "where id = $1">};
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace wasl::db {

template<std::size_t N>
struct Piece {
    std::array<char, N> signs{};  // with the zero behind a literal

    consteval Piece(char const (&literal)[N]) { std::copy_n(literal, N, signs.begin()); }
    [[nodiscard]] constexpr std::string_view text() const { return {signs.data(), N - 1}; }
};

namespace kept_in {

template<Piece... pieces>
constexpr auto laid_together() {
    std::array<char, (pieces.text().size() + ...)> whole{};
    auto* at = whole.begin();
    ((at = std::copy(pieces.text().begin(), pieces.text().end(), at)), ...);
    return whole;
}
template<Piece... pieces>
inline constexpr auto kept = laid_together<pieces...>();

}  // namespace kept_in

template<Piece... pieces>
inline constexpr std::string_view joined{kept_in::kept<pieces...>.data(),
                                         kept_in::kept<pieces...>.size()};

}  // namespace wasl::db
