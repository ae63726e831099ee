// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/store_bench.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql wide_cache{"dossiers.bench_cache", "pragma cache_size=-1048576"};

void widen_cache(db::Writer& writer) { writer.execute(wide_cache); }

}  // namespace wasl::dossiers::store
