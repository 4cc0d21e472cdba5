// SPDX-License-Identifier: MIT
//
// fuzz_<name> SEEDS [ROUNDS]: runs a fuzz target without libFuzzer, over every file of SEEDS and ROUNDS changed copies of them. The same
// inputs everywhere: the engine and what it is asked for are fixed by the standard. The target aborts where its contract is broken; the
// input that did it is then in fuzz_<name>.failed of the current folder.
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes current;           // for the handler
std::string failed_file; // likewise

extern "C" void keep_failed_input(int signal) {
    std::ofstream{failed_file, std::ios::binary}.write(reinterpret_cast<const char*>(current.data()), static_cast<std::streamsize>(current.size()));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::vector<Bytes> read_seeds(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Bytes> seeds;
    for (const auto& file : files) {
        std::ifstream in{file, std::ios::binary};
        seeds.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
    }
    return seeds;
}

class Mutator {
public:
    explicit Mutator(const std::vector<Bytes>& seeds) : m_seeds{seeds} {}

    /// A seed with one to eight changes.
    Bytes next() {
        auto bytes = m_seeds[below(m_seeds.size())];
        for (auto changes = 1 + below(8); changes > 0; --changes) change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }

    void change(Bytes& bytes) {
        const auto at = bytes.empty() ? 0 : below(bytes.size());
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto rest = bytes.size() - at;
        const auto some = rest == 0 ? 0 : 1 + below(std::min<std::size_t>(rest, 24));
        switch (below(5)) {
        case 0: // another byte
            if (rest > 0) *place = static_cast<std::uint8_t>(m_random());
            break;
        case 1: // a stretch less
            bytes.erase(place, place + static_cast<std::ptrdiff_t>(some));
            break;
        case 2: { // a stretch again, next to itself
            const Bytes copy{place, place + static_cast<std::ptrdiff_t>(some)};
            bytes.insert(place, copy.begin(), copy.end());
            break;
        }
        case 3: { // a stretch of another seed
            const auto& other = m_seeds[below(m_seeds.size())];
            const auto from = other.empty() ? 0 : below(other.size());
            const auto size = std::min<std::size_t>(other.size() - from, 48);
            const auto begin = other.begin() + static_cast<std::ptrdiff_t>(from);
            bytes.insert(place, begin, begin + static_cast<std::ptrdiff_t>(size));
            break;
        }
        default: // cut off
            bytes.resize(at);
        }
    }

    const std::vector<Bytes>& m_seeds;
    std::mt19937 m_random{20261124};
};

void run(Bytes bytes) {
    current = std::move(bytes);
    LLVMFuzzerTestOneInput(current.data(), current.size());
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    failed_file = std::filesystem::path{argv[0]}.filename().string() + ".failed";
    std::signal(SIGABRT, keep_failed_input);
    std::signal(SIGSEGV, keep_failed_input);
    const auto seeds = read_seeds(argv[1]);
    if (seeds.empty()) {
        std::cerr << "no seeds in " << argv[1] << '\n';
        return 2;
    }
    for (const auto& seed : seeds) run(seed);
    const auto rounds = argc > 2 ? std::atoi(argv[2]) : 2000;
    Mutator mutator{seeds};
    for (int i = 0; i < rounds; ++i) run(mutator.next());
    std::cout << seeds.size() << " seeds, " << rounds << " changed copies\n";
    return 0;
}
