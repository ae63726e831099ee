// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/sheet.hpp"

#include <algorithm>
#include <span>

namespace wasl::procedures {
namespace {

// One spelling of each value, the same in the database, in JSON, in message keys and in forms.
template<typename Enum>
struct Spelling {
    Enum value;
    std::string_view name;
};

constexpr Spelling<Silence> silence_spellings[] = {{Silence::none, "none"},
                                                   {Silence::acceptance, "acceptance"}};
constexpr Spelling<Supplier> supplier_spellings[] = {{Supplier::user, "user"},
                                                     {Supplier::administration, "administration"}};
constexpr Spelling<Channel> channel_spellings[] = {
    {Channel::online, "online"}, {Channel::counter, "counter"}, {Channel::post, "post"}};
constexpr Spelling<FieldKind> kind_spellings[] = {
    {FieldKind::text, "text"},   {FieldKind::long_text, "long_text"}, {FieldKind::number, "number"},
    {FieldKind::date, "date"},   {FieldKind::choice, "choice"},       {FieldKind::email, "email"},
    {FieldKind::phone, "phone"}, {FieldKind::address, "address"},     {FieldKind::yes_no, "yes_no"},
    {FieldKind::file, "file"},   {FieldKind::group, "group"}};
constexpr Spelling<Comparison> comparison_spellings[] = {{Comparison::answered, "answered"},
                                                         {Comparison::equals, "equals"},
                                                         {Comparison::differs, "differs"},
                                                         {Comparison::at_least, "at_least"},
                                                         {Comparison::at_most, "at_most"}};
constexpr Spelling<Tariff> tariff_spellings[] = {{Tariff::whole, "whole"},
                                                 {Tariff::slices, "slices"}};
constexpr Spelling<SheetState> state_spellings[] = {
    {SheetState::inventoried, "inventoried"},
    {SheetState::in_study, "in_study"},
    {SheetState::submitted, "submitted"},
    {SheetState::approved, "approved"},
    {SheetState::conformity_checked, "conformity_checked"},
    {SheetState::merged, "merged"},
    {SheetState::deleted, "deleted"},
    {SheetState::published, "published"},
    {SheetState::suspended, "suspended"},
    {SheetState::withdrawn, "withdrawn"}};
constexpr Spelling<ApprovedBy> approval_spellings[] = {{ApprovedBy::nobody, "nobody"},
                                                       {ApprovedBy::commission, "commission"},
                                                       {ApprovedBy::interior, "interior"}};

constexpr std::span<Spelling<Silence> const> spellings(Silence) { return silence_spellings; }
constexpr std::span<Spelling<Supplier> const> spellings(Supplier) { return supplier_spellings; }
constexpr std::span<Spelling<Channel> const> spellings(Channel) { return channel_spellings; }
constexpr std::span<Spelling<FieldKind> const> spellings(FieldKind) { return kind_spellings; }
constexpr std::span<Spelling<SheetState> const> spellings(SheetState) { return state_spellings; }
constexpr std::span<Spelling<ApprovedBy> const> spellings(ApprovedBy) { return approval_spellings; }
constexpr std::span<Spelling<Comparison> const> spellings(Comparison) {
    return comparison_spellings;
}
constexpr std::span<Spelling<Tariff> const> spellings(Tariff) { return tariff_spellings; }

template<typename Enum>
std::string_view spelt(Enum value) {
    for (auto const& row : spellings(value))
        if (row.value == value) return row.name;
    return {};
}

}  // namespace

template<typename Enum>
std::optional<Enum> named(std::string_view name) {
    for (auto const& row : spellings(Enum{}))
        if (row.name == name) return row.value;
    return std::nullopt;
}
template std::optional<Silence> named(std::string_view);
template std::optional<Supplier> named(std::string_view);
template std::optional<Channel> named(std::string_view);
template std::optional<FieldKind> named(std::string_view);
template std::optional<SheetState> named(std::string_view);
template std::optional<ApprovedBy> named(std::string_view);
template std::optional<Comparison> named(std::string_view);
template std::optional<Tariff> named(std::string_view);

std::string_view name_of(Silence value) { return spelt(value); }
std::string_view name_of(Supplier value) { return spelt(value); }
std::string_view name_of(Channel value) { return spelt(value); }
std::string_view name_of(FieldKind value) { return spelt(value); }
std::string_view name_of(SheetState value) { return spelt(value); }
std::string_view name_of(ApprovedBy value) { return spelt(value); }
std::string_view name_of(Comparison value) { return spelt(value); }
std::string_view name_of(Tariff value) { return spelt(value); }

bool Sheet::confirmed(std::string_view part) const {
    return std::find(to_be_confirmed.begin(), to_be_confirmed.end(), part) == to_be_confirmed.end();
}

Document const* Sheet::document(std::string_view document_code) const {
    auto const found =
        std::find_if(documents.begin(), documents.end(),
                     [&](Document const& document) { return document.code == document_code; });
    return found == documents.end() ? nullptr : &*found;
}

FormField const* Sheet::field(std::string_view field_code) const {
    for (auto const& one : form) {
        if (one.code == field_code) return &one;
        for (auto const& inner : one.fields)
            if (inner.code == field_code) return &inner;
    }
    return nullptr;
}

}  // namespace wasl::procedures
