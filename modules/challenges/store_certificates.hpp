// SPDX-License-Identifier: Apache-2.0
// All SQL of certificates.
#pragma once

#include "modules/challenges/certificates.hpp"

namespace wasl::challenges::store {

bool try_insert(db::Writer&, Certificate const&);  // false: the number is taken
void withdraw(db::Writer&, CertificateId, Instant now);
std::vector<Certificate> certificates(db::Reader&, EditionId);    // that hold
std::vector<Certificate> certificates_of(db::Reader&, PersonId);  // that hold, newest first
std::optional<Certificate> certificate(db::Reader&, std::string_view number);
void forget_holder(db::Writer&, PersonId);

}  // namespace wasl::challenges::store
