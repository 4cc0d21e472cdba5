# Writes OUTPUT: the digest of FILES as merging_rules().
foreach(file IN LISTS FILES)
  file(SHA256 ${file} digest)
  string(APPEND digests ${digest})
endforeach()
string(SHA256 rules ${digests})
string(SUBSTRING ${rules} 0 16 rules)
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include <dateline/graph/merging.hpp>

std::string_view dateline::merging_rules() noexcept { return "@rules@"; }
]] @ONLY)
