// SPDX-License-Identifier: Apache-2.0
// What nearly every file of a module and of app/ includes of the house; compiled once. Each file
// names what it uses nevertheless: tools/tidy reads includes, not what happens to be there.
#pragma once
#include "cmake/pch.hpp"
#include "modules/directory/directory.hpp"
#include "modules/people/people.hpp"
#include "platform/html/components.hpp"
#include "platform/html/options.hpp"
#include "platform/http/page.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/journal/journal.hpp"
