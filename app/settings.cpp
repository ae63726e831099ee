// SPDX-License-Identifier: Apache-2.0
#include "app/settings.hpp"

#include "app/messages.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::app {

namespace fs = std::filesystem;

namespace {

// The source tree that this program was built in, for running it in place: the program is
// build/PRESET/app/wasl, the styles are build/assets.
fs::path assets_beside_the_program() {
    auto const program = fs::read_symlink("/proc/self/exe");
    return program.parent_path().parent_path().parent_path() / "assets";
}

fs::path assets_folder(config::Config const& config) {
    auto const& named = config.text("site.assets");
    return named.empty() ? assets_beside_the_program() : fs::path(named);
}

// A place that was not named is called by what is done there.
std::array<std::string, language_count> names_of_place(config::Config const& config) {
    std::array<std::string, language_count> names;
    names[static_cast<std::size_t>(Language::ar)] = config.text("site.name_ar");
    names[static_cast<std::size_t>(Language::fr)] = config.text("site.name_fr");
    if (names[static_cast<std::size_t>(Language::ar)].empty())
        for (auto const language : {Language::ar, Language::fr, Language::en})
            names[static_cast<std::size_t>(language)] =
                i18n::sentence(language, say(msg::home_title));
    return names;
}

std::vector<Language> shown(config::Config const& config) {
    std::vector<Language> chosen{Language::ar};
    for (auto const& name : config.list("site.languages"))
        if (auto const language = i18n::language_named(name); language && *language != Language::ar)
            chosen.push_back(*language);
    return chosen;
}

}  // namespace

fs::path data_folder(config::Config const& config) {
    auto folder = fs::absolute(config.path("data.folder")).lexically_normal();
    if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
    return folder;
}

db::Settings database_settings(config::Config const& config) {
    auto url = config.text("database.url");
    if (url.empty()) url = "sqlite:" + (data_folder(config) / "wasl.db").string();
    return {.url = std::move(url),
            .readers_max = static_cast<int>(config.number("database.readers_max")),
            .batch_max = static_cast<std::size_t>(config.number("database.batch_max"))};
}

http::ServerSettings server_settings(config::Config const& config) {
    auto const count = [&](std::string_view key) { return config.number(key); };
    http::ServerSettings settings;
    settings.address = config.text("http.address");
    settings.port = static_cast<std::uint16_t>(count("http.port"));
    settings.io_threads = static_cast<int>(count("http.io_threads"));
    settings.handler_threads = static_cast<int>(count("http.handler_threads"));
    settings.queue_max = static_cast<std::size_t>(count("http.queue_max"));
    settings.connections_max = static_cast<std::size_t>(count("http.connections_max"));
    settings.connections_per_client_max =
        static_cast<std::size_t>(count("http.connections_per_client_max"));
    settings.header_seconds = static_cast<int>(count("http.header_seconds"));
    settings.body_seconds = static_cast<int>(count("http.body_seconds"));
    settings.idle_seconds = static_cast<int>(count("http.idle_seconds"));
    settings.drain_seconds = static_cast<int>(count("http.drain_seconds"));
    settings.trusted_proxies = config.list("http.trusted_proxies");
    settings.hsts = config.truth("http.hsts");
    settings.uploads = data_folder(config) / "files" / "incoming";
    settings.assets = assets_folder(config);
    settings.pictures_from = origin_of(config.text("map.tiles_url"));
    auto const& address = config.text("site.address");
    if (auto const host = address.find("//"); host != std::string::npos)
        settings.site_host = address.substr(host + 2, address.find('/', host + 2) - host - 2);
    return settings;
}

mail::Settings mail_settings(config::Config const& config) {
    return {.url = config.text("mail.url"),
            .user = config.text("mail.user"),
            .password = config.text("mail.password"),
            .from = config.text("mail.from"),
            .from_name = config.text("mail.from_name"),
            .tls_required = config.truth("mail.tls_required"),
            .ca_file = config.text("mail.ca_file")};
}

notices::Ways letter_ways(config::Config const& config) {
    return {.site = site_address(config),
            .letters = data_folder(config) / "letters",
            .sms_url = config.text("sms.url"),
            .secret = people::secret_key(data_folder(config) / "secret.key"),
            .private_hooks = config.truth("webhooks.private_addresses")};
}

reports::Sender::Ways sending_ways(config::Config const& config) {
    return {.site = site_address(config),
            .private_addresses = config.truth("webhooks.private_addresses")};
}

// What stands in the content policy: "https://tiles.example.ma".
std::string origin_of(std::string const& address) {
    auto const host = address.find("//");
    return host == std::string::npos ? std::string()
                                     : address.substr(0, address.find('/', host + 2));
}

reports::Tiles map_tiles(config::Config const& config) {
    return {.address = config.text("map.tiles_url"),
            .by = config.text("map.tiles_by"),
            .file = config.path("map.tiles_file")};
}

people::Settings people_settings(config::Config const& config) {
    auto const& name = config.text("site.name_ar");
    return {.secret = people::secret_key(data_folder(config) / "secret.key"),
            .officer_totp_required = config.truth("people.officer_totp"),
            .site_name = name.empty() ? "Wasl" : name,
            .controller = config.text("site.operator_ar"),
            .cndp_number = config.text("site.cndp_number")};
}

html::Site site(config::Config const& config) {
    using html::Audience;
    html::Site site;
    site.name = names_of_place(config);
    site.navigation = {
        {html::to("/procedures"), &msg::nav_procedures},
        {html::to("/reports"), &msg::nav_reports},
        {html::to("/challenges"), &msg::nav_challenges},
        {html::to("/bank"), &msg::nav_bank},
        {html::to("/administrations"), &msg::nav_directory},
        {html::to("/compliance"), &msg::nav_compliance},
        {html::to("/registry"), &msg::nav_registry},
        {html::to("/dossiers"), &msg::nav_dossiers, Audience::signed_in},
        {html::to("/desk"), &msg::nav_queue, Audience::auditor},
        {html::to("/office/reports"), &msg::nav_report_queue, Audience::auditor},
        {html::to("/office/challenges"), &msg::nav_challenge_office, Audience::officer},
        {html::to("/office/bank"), &msg::nav_bank_office, Audience::officer},
        {html::to("/office/sheets"), &msg::nav_sheets, Audience::officer},
        {html::to("/admin/synonyms"), &msg::nav_synonyms, Audience::platform},
        {html::to("/admin/reports"), &msg::nav_report_settings, Audience::platform},
        {html::to("/admin/bank"), &msg::nav_bank_settings, Audience::platform},
        {html::to("/admin/people"), &msg::nav_people, Audience::administrator},
        {html::to("/office/webhooks"), &msg::nav_webhooks, Audience::administrator}};
    site.assets = html::Assets::read(assets_folder(config));
    site.shown = shown(config);
    return site;
}

Notice notice(config::Config const& config) {
    return {.operator_ar = config.text("site.operator_ar"),
            .operator_fr = config.text("site.operator_fr"),
            .contact_email = config.text("site.contact_email"),
            .cndp_number = config.text("site.cndp_number")};
}

log::Level log_level(config::Config const& config) {
    auto const& name = config.text("log.level");
    if (name == "debug") return log::Level::debug;
    if (name == "warning") return log::Level::warning;
    if (name == "error") return log::Level::error;
    return log::Level::info;
}

std::string site_address(config::Config const& config) {
    auto address = config.text("site.address");
    while (address.ends_with('/')) address.pop_back();
    if (address.empty())
        address = "http://" + config.text("http.address") + ":" + config.text("http.port");
    return address;
}

}  // namespace wasl::app
