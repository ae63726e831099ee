// SPDX-License-Identifier: Apache-2.0
// From JSON to a sheet, strictly: every member is known and of its kind, every text and list has a
// limit. What a form or a file sends is refused with the place of the first fault.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

constexpr std::size_t content_max = 256 * 1024;
constexpr std::size_t text_max = 8000;  // bytes
constexpr std::size_t list_max = 60;

// The first fault and where it stands: "documents.2.title".
struct Fault {
    std::string where;
    void at(std::string const& place) {
        if (where.empty()) where = place;
    }
};

// One object being read. Members are asked for by name; what nobody asked for is a fault.
class Part {
public:
    Part(json::value const& value, std::string where, Fault& fault)
        : object_(value.if_object()), where_(std::move(where)), fault_(fault) {
        if (object_ == nullptr) fault_.at(where_.empty() ? "." : where_);
    }
    ~Part() {
        if (object_ == nullptr) return;
        for (auto const& member : *object_)
            if (!asked_.contains(std::string(member.key()))) fault_.at(place(member.key()));
    }
    Part(Part const&) = delete;
    Part& operator=(Part const&) = delete;

    json::value const* member(std::string_view name) {
        asked_.emplace(name);
        if (object_ == nullptr) return nullptr;
        auto const found = object_->find(name);
        return found == object_->end() ? nullptr : &found->value();
    }
    std::string place(std::string_view name) const {
        return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
    }
    Fault& fault() { return fault_; }

    std::string text(std::string_view name) {
        auto const* const value = member(name);
        if (value == nullptr) return {};
        if (!value->is_string() || value->get_string().size() > text_max) {
            fault_.at(place(name));
            return {};
        }
        return std::string(value->get_string());
    }
    bool truth(std::string_view name, bool standard = false) {
        auto const* const value = member(name);
        if (value == nullptr) return standard;
        if (!value->is_bool()) fault_.at(place(name));
        return value->is_bool() && value->get_bool();
    }
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most,
                        std::int64_t standard) {
        auto const* const value = member(name);
        if (value == nullptr) return standard;
        if (!value->is_int64() || value->get_int64() < least || value->get_int64() > most) {
            fault_.at(place(name));
            return standard;
        }
        return value->get_int64();
    }
    int small(std::string_view name, int most, int standard = 0) {
        return static_cast<int>(number(name, 0, most, standard));
    }
    template<typename Enum>
    Enum choice(std::string_view name) {
        auto const found = named<Enum>(text(name));
        if (!found) fault_.at(place(name));
        return found.value_or(Enum{});
    }
    // read(json::value const&, where) for each element.
    template<typename Read>
    auto list(std::string_view name, Read read) {
        std::vector<std::invoke_result_t<Read, json::value const&, std::string>> out;
        auto const* const value = member(name);
        if (value == nullptr) return out;
        if (!value->is_array() || value->get_array().size() > list_max) {
            fault_.at(place(name));
            return out;
        }
        for (auto const& item : value->get_array())
            out.push_back(read(item, place(name) + "." + std::to_string(out.size() + 1)));
        return out;
    }

private:
    json::object const* object_;
    std::string where_;
    Fault& fault_;
    std::set<std::string, std::less<>> asked_;
};

Names names_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    return {part.text("ar"), part.text("fr"), part.text("en"), part.text("zgh")};
}
Names names(Part& part, std::string_view name) {
    auto const* const value = part.member(name);
    return value == nullptr ? Names{} : names_of(*value, part.place(name), part.fault());
}

LegalBasis basis_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    return {part.text("text_ar"), part.text("text_fr"), part.text("reference"),
            part.text("reference_fr"), part.truth("to_be_confirmed")};
}
std::vector<LegalBasis> bases(Part& part, std::string_view name) {
    return part.list(name, [&](json::value const& value, std::string const& where) {
        return basis_of(value, where, part.fault());
    });
}

std::vector<std::string> words(Part& part, std::string_view name) {
    return part.list(name, [&](json::value const& value, std::string const& where) {
        if (value.is_string() && value.get_string().size() <= text_max)
            return std::string(value.get_string());
        part.fault().at(where);
        return std::string();
    });
}

// Codes stand in addresses, form names and message keys.
std::string code(Part& part) {
    auto found = part.text("code");
    bool const good = !found.empty() && found.size() <= 60 &&
                      std::all_of(found.begin(), found.end(), [](char sign) {
                          return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') ||
                                 sign == '-' || sign == '_';
                      });
    if (!good) part.fault().at(part.place("code"));
    return found;
}

Document document_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Document document;
    document.code = code(part);
    document.title = names(part, "title");
    document.supplier = part.choice<Supplier>("supplier");
    document.basis = bases(part, "basis");
    document.required = part.truth("required", true);
    document.note = names(part, "note");
    document.to_be_confirmed = part.truth("to_be_confirmed");
    document.held_by = part.text("held_by");
    document.declaration_on_honour = part.truth("declaration_on_honour");
    document.copies = part.small("copies", 99, 1);
    document.legalised_signature = part.truth("legalised_signature");
    document.certified_copy = part.truth("certified_copy");
    document.publicly_available = part.truth("publicly_available");
    return document;
}

FormField field_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    FormField field;
    field.code = code(part);
    field.kind = part.choice<FieldKind>("kind");
    field.label = names(part, "label");
    field.hint = names(part, "hint");
    field.required = part.truth("required", true);
    field.choices = part.list("choices", [&](json::value const& item, std::string const& place) {
        return names_of(item, place, fault);
    });
    field.page = part.text("page");
    return field;
}

Fee fee_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Fee fee;
    fee.code = code(part);
    fee.name = names(part, "name");
    auto const centimes = part.number("centimes", 0, 100'000'000'000, -1);
    if (centimes >= 0) fee.amount = Money::centimes(centimes);
    if (auto const* const basis = part.member("basis"))
        fee.basis = basis_of(*basis, part.place("basis"), fault);
    fee.note = names(part, "note");
    fee.to_be_confirmed = part.truth("to_be_confirmed");
    return fee;
}

void read_terms(Part& part, Sheet& sheet) {
    sheet.term_days = part.small("term_days", 999);
    sheet.term_note = names(part, "term_note");
    sheet.cap_days = part.small("cap_days", 60, 60);
    sheet.investment = part.truth("investment");
    sheet.investment_list_item = part.text("investment_list_item");
    sheet.silence = part.choice<Silence>("silence");
    sheet.silence_list_item = part.text("silence_list_item");
    sheet.extension = part.truth("extension");
    sheet.extension_list_item = part.text("extension_list_item");
    sheet.extension_days = part.small("extension_days", 999);
    sheet.extension_conditions = names(part, "extension_conditions");
    sheet.appeal = names(part, "appeal");
}

template<typename T>
void refuse_doubles(std::vector<T> const& list, std::string const& where, Fault& fault) {
    std::set<std::string_view> seen;
    for (auto const& item : list)
        if (!seen.insert(item.code).second) fault.at(where + "." + item.code);
}

Sheet read_sheet(json::value const& value, Fault& fault) {
    Sheet sheet;
    Part part(value, "", fault);
    sheet.title = names(part, "title");
    sheet.summary = names(part, "summary");
    sheet.output = names(part, "output");
    sheet.handling = names(part, "handling");
    sheet.basis = bases(part, "basis");
    sheet.documents = part.list("documents", [&](json::value const& item, std::string const& at) {
        return document_of(item, at, fault);
    });
    sheet.fees = part.list("fees", [&](json::value const& item, std::string const& at) {
        return fee_of(item, at, fault);
    });
    read_terms(part, sheet);
    for (auto const& word : words(part, "channels")) {
        auto const channel = named<Channel>(word);
        if (channel)
            sheet.channels.push_back(*channel);
        else
            fault.at("channels");
    }
    sheet.contact = names(part, "contact");
    sheet.form = part.list("form", [&](json::value const& item, std::string const& at) {
        return field_of(item, at, fault);
    });
    sheet.themes = words(part, "themes");
    sheet.audience = words(part, "audience");
    sheet.keywords = part.text("keywords");
    sheet.immediate = part.truth("immediate");
    sheet.online = part.truth("online");
    sheet.retention_years = part.small("retention_years", 100, 10);
    sheet.to_be_confirmed = words(part, "to_be_confirmed");
    refuse_doubles(sheet.documents, "documents", fault);
    refuse_doubles(sheet.fees, "fees", fault);
    refuse_doubles(sheet.form, "form", fault);
    return sheet;
}

}  // namespace

Result<Sheet> sheet_from_json(std::string_view text) {
    Fault fault;
    if (text.size() > content_max)
        return Refusal{Refused::too_large, say(msg::refusal_content_large)};
    json::parse_options options;
    options.max_depth = 8;
    json::error_code error;
    auto const value = json::parse({text.data(), text.size()}, error, {}, options);
    if (error) return Refusal{Refused::invalid, say(msg::refusal_content_malformed)};
    auto sheet = read_sheet(value, fault);
    if (!fault.where.empty())
        return Refusal{Refused::invalid,
                       say(msg::refusal_content_fault, {wasl::text("where", fault.where)})};
    return sheet;
}

}  // namespace wasl::procedures
