// SPDX-License-Identifier: Apache-2.0
// What every test includes besides; compiled once.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "cmake/pch.hpp"
