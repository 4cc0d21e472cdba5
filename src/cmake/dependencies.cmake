# What Dateline is built from; the installed package file includes this too, since the static library needs them again.
include(CMakeFindDependencyMacro)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED) # Boost.Graph's headers; nothing is linked
find_package(nlohmann_json 3.11 REQUIRED)
find_package(date 3.0 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc)
find_package(ZLIB REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(pugixml 1.13 REQUIRED)

# Libraries that come without a CMake package: dateline_find(<name> <header> <library>) makes the target dateline_external::<name>.
macro(dateline_find name header library)
  find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
  find_library(${name}_LIBRARY ${library} REQUIRED)
  if(NOT TARGET dateline_external::${name})
    add_library(dateline_external::${name} UNKNOWN IMPORTED)
    set_target_properties(dateline_external::${name} PROPERTIES
      IMPORTED_LOCATION ${${name}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE_DIR})
  endif()
endmacro()
dateline_find(zstd zstd.h zstd)
dateline_find(brotli brotli/decode.h brotlidec)
dateline_find(uchardet uchardet/uchardet.h uchardet)
dateline_find(cld2 cld2/public/compact_lang_det.h cld2)
