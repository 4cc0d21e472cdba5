// SPDX-License-Identifier: MIT
//
// Build-time tool: dateline_compile_knowledge OUT NAME.tsv... puts the tables into one knowledge file.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <dateline/core/error.hpp>
#include <dateline/knowledge/table.hpp>

int main(int argc, char** argv) try {
    std::vector<dateline::TableSource> sources;
    for (int i = 2; i < argc; ++i) {
        const std::filesystem::path path{argv[i]};
        std::ifstream in{path, std::ios::binary};
        if (!in) throw dateline::Error{dateline::Error::Kind::io, path.string(), "cannot open"};
        sources.push_back({path.stem().string(), path.string(), std::string{std::istreambuf_iterator<char>{in}, {}}});
    }
    if (sources.empty()) throw dateline::Error{dateline::Error::Kind::usage, "", "usage: dateline_compile_knowledge OUT TABLE.tsv..."};
    const auto bytes = dateline::compile_knowledge(sources);
    std::ofstream out{argv[1], std::ios::binary};
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw dateline::Error{dateline::Error::Kind::io, argv[1], "cannot write"};
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
