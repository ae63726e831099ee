// SPDX-License-Identifier: Apache-2.0
// The same for tests of modules and of app/.
#pragma once
#include "cmake/pch_house.hpp"
#include "cmake/pch_tests.hpp"
