// SPDX-License-Identifier: Apache-2.0
#include "platform/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace wasl::http {
namespace {

using prometheus::Counter;
using prometheus::Histogram;
using prometheus::Registry;

struct Place {
    std::array<Counter*, 6> by_class{};  // [2]: 2xx
    Histogram* seconds = nullptr;
};

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    auto const seconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double resident_bytes() {
    std::ifstream in("/proc/self/statm");
    double all = 0, resident = 0;
    in >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

struct Metrics::Inside {
    Registry registry;
    prometheus::Family<Counter>& requests =
        prometheus::BuildCounter()
            .Name("wasl_http_requests_total")
            .Help("Requests answered, by route, method and class of status")
            .Register(registry);
    prometheus::Family<Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("wasl_http_request_seconds")
            .Help("From the end of the head to the answer handed to the socket")
            .Register(registry);
    prometheus::Family<Counter>& bytes = prometheus::BuildCounter()
                                             .Name("wasl_http_bytes_total")
                                             .Help("Bytes of bodies, received and sent")
                                             .Register(registry);
    prometheus::Family<Counter>& refusals = prometheus::BuildCounter()
                                                .Name("wasl_http_refused_total")
                                                .Help("Refused before a handler was asked")
                                                .Register(registry);
    prometheus::Family<prometheus::Gauge>& state =
        prometheus::BuildGauge()
            .Name("wasl_state")
            .Help("Queue, connections, processor seconds and resident bytes")
            .Register(registry);
    Counter& received = bytes.Add({{"direction", "received"}});
    Counter& sent = bytes.Add({{"direction", "sent"}});
    std::map<Door const*, Place> doors;  // not changed after construction
    std::map<std::string, Place, std::less<>> others;

    Place place(std::string const& route, std::string const& method) {
        Place made;
        for (std::size_t n = 1; n < made.by_class.size(); ++n)
            made.by_class[n] = &requests.Add(
                {{"route", route}, {"method", method}, {"status", std::to_string(n) + "xx"}});
        made.seconds =
            &seconds.Add({{"route", route}, {"method", method}},
                         Histogram::BucketBoundaries{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10});
        return made;
    }
};

Metrics::Metrics(Router const& router) : inside_(std::make_unique<Inside>()) {
    for (auto const& door : router.doors())
        inside_->doors.emplace(&door, inside_->place(door.path, std::string(name_of(door.method))));
    for (std::string const name : {"assets", "built_in", "none"})
        inside_->others.emplace(name, inside_->place("(" + name + ")", "any"));
}

Metrics::~Metrics() = default;

void Metrics::served(Served const& served) {
    Place const* place = nullptr;
    if (auto const found = inside_->doors.find(served.door); found != inside_->doors.end())
        place = &found->second;
    else if (auto const other = inside_->others.find(served.place); other != inside_->others.end())
        place = &other->second;
    if (!place) return;
    auto const status = static_cast<std::size_t>(served.status / 100);
    if (status >= 1 && status < place->by_class.size()) place->by_class[status]->Increment();
    place->seconds->Observe(std::chrono::duration<double>(served.took).count());
    if (served.received > 0) inside_->received.Increment(static_cast<double>(served.received));
    if (served.sent > 0) inside_->sent.Increment(static_cast<double>(served.sent));
}

void Metrics::refused(std::string_view reason) {
    inside_->refusals.Add({{"reason", std::string(reason)}}).Increment();
}

std::string Metrics::text(Now now) const {
    auto const set = [&](char const* what, double value) {
        inside_->state.Add({{"of", what}}).Set(value);
    };
    set("queue", static_cast<double>(now.queue));
    set("connections", static_cast<double>(now.connections));
    set("processor_seconds", processor_seconds());
    set("resident_bytes", resident_bytes());
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

}  // namespace wasl::http
