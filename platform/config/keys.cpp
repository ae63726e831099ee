// SPDX-License-Identifier: Apache-2.0
#include "platform/config/config.hpp"

namespace wasl::config {

namespace {

using enum Key::Kind;

// Ordered as an operator meets them. A key that no code reads has no place here.
constexpr Key table[]{
    {"data.folder", "WASL_DATA", "data", path, 0, 0,
     "Where all state lives: the embedded database, the documents, the secrets. Relative to "
     "the folder the program was started in."},

    {"site.address", "WASL_SITE_ADDRESS", "", url, 0, 0,
     "The public address, as in \"https://wasl.example.ma\". It stands in QR codes, papers "
     "and e-mails. Empty: http:// and the address the program listens on."},
    {"site.operator_ar", "WASL_SITE_OPERATOR_AR", "", text, 0, 0,
     "Who answers for this site, in Arabic, as named in the privacy notice."},
    {"site.operator_fr", "WASL_SITE_OPERATOR_FR", "", text, 0, 0, "The same in French."},
    {"site.contact_email", "WASL_SITE_CONTACT_EMAIL", "", text, 0, 0,
     "Where people write about accessibility, errors and their personal data."},
    {"site.cndp_number", "WASL_SITE_CNDP_NUMBER", "", text, 0, 0,
     "The number under which the processing is declared to or authorised by the CNDP (law "
     "09-08). Empty: the privacy page says that the declaration is under way."},

    {"site.name_ar", "WASL_SITE_NAME_AR", "", text, 0, 0,
     "The place's name beside the mark, in Arabic, as in \"إقليم بركان\". Empty: the "
     "platform's "
     "own name."},
    {"site.name_fr", "WASL_SITE_NAME_FR", "", text, 0, 0, "The same in French."},
    {"site.languages", "WASL_SITE_LANGUAGES", "ar,fr,en,zgh", list, 0, 0,
     "The languages offered to readers. Arabic is always one of them."},
    {"site.assets", "WASL_SITE_ASSETS", "", path, 0, 0,
     "The folder of styles and fonts that bin/assets makes. Empty: build/assets of the source "
     "tree that the program was built in."},

    {"http.address", "WASL_ADDRESS", "127.0.0.1", text, 0, 0,
     "The network address to listen on. Leave it where a proxy in front ends TLS."},
    {"http.port", "WASL_PORT", "8080", number, 0, 65535,
     "The port to listen on. 0 takes any free one and prints it."},
    {"http.io_threads", "WASL_HTTP_IO_THREADS", "2", number, 1, 64,
     "Threads that read from and write to sockets; as many as there are cores."},
    {"http.handler_threads", "WASL_HTTP_HANDLER_THREADS", "32", number, 1, 512,
     "Threads that answer requests. They mostly wait for the disk, so more than cores."},
    {"http.queue_max", "WASL_HTTP_QUEUE_MAX", "1024", number, 1, 100000,
     "Requests that may wait for a thread; the next ones are told to come back (503)."},
    {"http.connections_max", "WASL_HTTP_CONNECTIONS_MAX", "4096", number, 1, 100000,
     "Open connections over all clients."},
    {"http.connections_per_client_max", "WASL_HTTP_CONNECTIONS_PER_CLIENT_MAX", "256", number, 1,
     100000, "Open connections of one address."},
    {"http.header_seconds", "WASL_HTTP_HEADER_SECONDS", "10", number, 1, 600,
     "How long a client may take to send its header."},
    {"http.body_seconds", "WASL_HTTP_BODY_SECONDS", "120", number, 1, 3600,
     "How long a client may take to send its documents."},
    {"http.idle_seconds", "WASL_HTTP_IDLE_SECONDS", "30", number, 1, 3600,
     "How long a connection without a request is kept."},
    {"http.drain_seconds", "WASL_HTTP_DRAIN_SECONDS", "25", number, 0, 600,
     "How long what is in flight may take to end when the program is stopped."},
    {"http.trusted_proxies", "WASL_HTTP_TRUSTED_PROXIES", "", list, 0, 0,
     "Addresses or networks (\"10.0.0.0/8\") whose X-Forwarded-For and X-Forwarded-Proto are "
     "believed. Nobody else's are."},
    {"http.hsts", "WASL_HTTP_HSTS", "false", truth, 0, 0,
     "Tells browsers to use TLS only (Strict-Transport-Security). Set it once the public "
     "address has a certificate that will be renewed."},

    {"database.url", "WASL_DATABASE", "", text, 0, 0,
     "\"sqlite:/path/wasl.db\" or \"postgresql://user@host/name\". Empty: the file wasl.db in "
     "the data folder. The PostgreSQL database must have the collation C.UTF-8."},
    {"database.readers_max", "WASL_DATABASE_READERS_MAX", "32", number, 1, 1000,
     "Connections for reading, on PostgreSQL."},
    {"database.batch_max", "WASL_DATABASE_BATCH_MAX", "256", number, 1, 4096,
     "Changes that may share one durable commit."},

    {"mail.url", "WASL_MAIL_URL", "", url, 0, 0,
     "The SMTP server: \"smtp://127.0.0.1:25\" or \"smtps://mail.example.ma\". Empty: letters, "
     "codes of signing in among them, are written into the folder DATA/letters and not sent."},
    {"mail.user", "WASL_MAIL_USER", "", text, 0, 0, "The account at the SMTP server."},
    {"mail.password", "WASL_MAIL_PASSWORD", "", text, 0, 0,
     "Its password. Prefer the environment to the file."},
    {"mail.from", "WASL_MAIL_FROM", "wasl@localhost", text, 0, 0, "The sender's address."},
    {"mail.from_name", "WASL_MAIL_FROM_NAME", "وصل", text, 0, 0, "The sender's name."},
    {"mail.tls_required", "WASL_MAIL_TLS_REQUIRED", "false", truth, 0, 0,
     "With smtp:// the line is encrypted where the server offers it; true: or nothing is sent."},
    {"mail.ca_file", "WASL_MAIL_CA_FILE", "", text, 0, 0,
     "Certificates to trust instead of the system's."},

    {"sms.url", "WASL_SMS_URL", "", url, 0, 0,
     "A gateway for short messages: it is sent `to`, `text` and `id` by POST and answers 2xx. "
     "Empty: short messages are written as files into the folder letters of the data folder."},

    {"webhooks.private_addresses", "WASL_WEBHOOKS_PRIVATE_ADDRESSES", "false", truth, 0, 0,
     "Webhooks may call addresses of private networks, and without TLS. Whoever may subscribe can "
     "then make this machine call whatever it reaches."},

    {"map.tiles_url", "WASL_MAP_TILES_URL", "", url, 0, 0,
     "Pictures of the ground under the map of reports, as in "
     "\"https://tiles.example.ma/{z}/{x}/{y}.png\". Readers' browsers ask that host, and no other, "
     "for them. Empty: outlines and seats alone."},
    {"map.tiles_file", "WASL_MAP_TILES_FILE", "", path, 0, 0,
     "A .pmtiles file, which this program serves itself: no other host sees the readers. Pictures "
     "(PNG, JPEG, WebP or AVIF) or vector tiles (MVT)."},
    {"map.tiles_by", "WASL_MAP_TILES_BY", "", text, 0, 0,
     "Whose the ground is, as its licence asks it to be said: \"© OpenStreetMap\". Empty: what the "
     "file says of itself."},

    {"people.officer_totp", "WASL_PEOPLE_OFFICER_TOTP", "true", truth, 0, 0,
     "No officer's page opens without a second factor. false is for demonstrations only."},

    {"log.level", "WASL_LOG_LEVEL", "info", text, 0, 0,
     "The least that is logged: debug, info, warning or error."},
};

}  // namespace

std::vector<Key> const& keys() {
    static std::vector<Key> const all(std::begin(table), std::end(table));
    return all;
}

}  // namespace wasl::config
