// SPDX-License-Identifier: MIT
#include <dateline/knowledge/table.hpp>

#include "embedded.hpp"

namespace dateline {

const Knowledge& Knowledge::built_in() {
    // Part of the program, which does not check itself whenever it starts; a test looks at the checksum.
    static const Knowledge knowledge{embedded_knowledge(), "built-in knowledge", Checksum::skip};
    return knowledge;
}

} // namespace dateline
