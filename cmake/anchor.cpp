// SPDX-License-Identifier: Apache-2.0
// Gives a folder without sources of its own a library all the same.
