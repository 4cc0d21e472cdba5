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
