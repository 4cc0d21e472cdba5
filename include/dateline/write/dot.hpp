// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include <dateline/graph/network.hpp>

namespace dateline {

/// Graphviz DOT. Edges bear what was done and when; planned and possible acts are dashed, negated ones dotted and grey. Who
/// belongs to whom is a thin dashed line with an open head.
void write_dot(std::ostream& out, const Network& network);

} // namespace dateline
