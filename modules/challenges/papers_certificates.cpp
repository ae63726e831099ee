// SPDX-License-Identifier: Apache-2.0
// What a certificate says, sheet by sheet. No verb stands in it that would be a man's or a woman's.
#include "modules/challenges/certificates.hpp"
#include "modules/challenges/messages.hpp"
#include "modules/challenges/papers.hpp"
#include "modules/challenges/said.hpp"
#include "platform/clock/clock.hpp"
#include "platform/pdf/certificate.hpp"

namespace wasl::challenges {

namespace {

using papers::said;

// Within the paper's line whichever way its letters run.
std::string apart(std::string_view words) {
    return std::string("\u2068").append(words).append("\u2069");
}

Values certificate_values(Merit const& merit, Edition const& edition) {
    return {text("edition", edition.name.ar), text("team", merit.team_name),
            text("project", merit.project)};
}

std::string place_of(Merit const& merit, Edition const& edition) {
    auto values = certificate_values(merit, edition);
    Message const* const places[] = {&msg::certificate_winner, &msg::certificate_place_1,
                                     &msg::certificate_place_2, &msg::certificate_place_3};
    if (merit.place >= 0 && merit.place < 4) {
        values.push_back(word("place", *places[merit.place]));
        return said(say(msg::certificate_award, std::move(values)));
    }
    values.push_back(number("place", merit.place));
    return said(say(msg::certificate_award_at, std::move(values)));
}

std::string hours(Message const& sentence, std::int64_t minutes) {
    return said(say(sentence, {text("hours", said(papers::hours_said(minutes)))}));
}

std::vector<std::string> certificate_lines(Merit const& merit, Edition const& edition) {
    std::vector<std::string> lines;
    switch (merit.kind) {
        case Certified::participation:
            lines.push_back(
                said(say(msg::certificate_participation, certificate_values(merit, edition))));
            if (merit.minutes > 0) lines.push_back(hours(msg::certificate_attended, merit.minutes));
            break;
        case Certified::award:
            lines.push_back(place_of(merit, edition));
            if (!merit.prize.empty())
                lines.push_back(said(say(msg::certificate_prize, {text("prize", merit.prize)})));
            break;
        case Certified::mentor:
            lines.push_back(said(say(msg::certificate_mentor, certificate_values(merit, edition))));
            lines.push_back(hours(msg::certificate_coached, merit.minutes));
            break;
        case Certified::juror:
            lines.push_back(
                said(say(merit.presides ? msg::certificate_chair : msg::certificate_juror,
                         certificate_values(merit, edition))));
            break;
    }
    if (auto const days = papers::days_of(edition))
        lines.push_back(
            said(say(msg::certificate_days, {{"from", days->first}, {"until", days->last}})));
    return lines;
}

}  // namespace

std::string certificate_papers(CertificatePapers const& papers, std::span<Certificate const> all) {
    auto const& edition = papers.edition;
    std::vector<pdf::CertificateSheet> sheets;
    sheets.reserve(all.size());
    for (auto const& one : all)
        sheets.push_back(
            {.authority = papers.authority,
             .title = said(*msg::find("certified." + std::string(name_of(one.merit.kind)))),
             .before = said(msg::certificate_given_to),
             .name = apart(one.name),
             .text = certificate_lines(one.merit, edition),
             .dated = said(say(msg::certificate_dated,
                               {text("day", papers::on(clock::day_in_morocco(one.at)))})),
             .signature = papers::signature_of(papers.places, edition.organiser),
             .number = one.number,
             .qr = std::string(papers.site).append("/certificates/").append(one.number),
             .qr_caption = said(msg::certificate_qr),
             .footer = said(msg::certificate_foot)});
    return pdf::certificates(papers::official, sheets);
}

}  // namespace wasl::challenges
