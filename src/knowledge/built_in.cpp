// SPDX-License-Identifier: MIT
#include <dateline/knowledge/table.hpp>

#include "embedded.hpp"

namespace dateline {

const Knowledge& Knowledge::built_in() {
    static const Knowledge knowledge{embedded_knowledge(), "built-in knowledge"};
    return knowledge;
}

} // namespace dateline
