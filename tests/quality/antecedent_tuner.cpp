// SPDX-License-Identifier: MIT
//
// Tunes data/knowledge/antecedent_weights.tsv on a set of GAP by coordinate ascent: one weight after the other goes up or down as long
// as F1 grows. usage: dateline_tune_antecedents KNOWLEDGE_FOLDER gap-validation.tsv; prints the new rows.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <dateline/actors/finder.hpp>
#include <dateline/annotate/annotator.hpp>
#include <dateline/knowledge/table.hpp>

namespace {

using namespace std::string_literals;

constexpr std::size_t rounds = 4;

struct Name {
    std::uint32_t begin, end; ///< bytes in the document's text
    bool meant;
};

struct Item {
    dateline::Document document;
    std::uint32_t pronoun = 0;
    std::vector<Name> names;
};

struct Weight {
    std::string feature;
    int tenths = 0;
};

std::string read(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in{line};
    for (std::string field; std::getline(in, field, '\t');) out.push_back(field);
    return out;
}

/// The byte at which a code point begins.
std::uint32_t byte_of(const std::string& text, std::size_t code_point) {
    std::size_t at = 0;
    for (; code_point > 0 && at < text.size(); --code_point) {
        do ++at;
        while (at < text.size() && (text[at] & '\xC0') == '\x80');
    }
    return static_cast<std::uint32_t>(at);
}

std::vector<Item> load(const char* path) {
    const dateline::Annotator annotator;
    std::istringstream in{read(path)};
    std::vector<Item> items;
    std::string line;
    std::getline(in, line); // column names
    while (std::getline(in, line)) {
        const auto row = fields(line);
        Item item{.document = annotator.annotate({.text = row[1]})};
        item.pronoun = byte_of(row[1], std::stoul(row[3]));
        for (const std::size_t name : {4U, 7U}) {
            const auto begin = byte_of(row[1], std::stoul(row[name + 1]));
            item.names.push_back({begin, begin + static_cast<std::uint32_t>(row[name].size()), row[name + 2] == "TRUE"});
        }
        items.push_back(std::move(item));
    }
    return items;
}

double f1(const std::vector<Item>& items, const dateline::ActorFinder& finder) {
    double hit = 0, gold = 0, said = 0;
    for (const auto& item : items) {
        const auto layer = finder.find(item.document);
        const auto pronoun = std::ranges::find_if(layer.mentions, [&](const dateline::Mention& m) {
            return m.form == dateline::MentionForm::pronoun && item.document.token[m.tokens.begin].begin == item.pronoun;
        });
        for (const auto& name : item.names) {
            const bool same = pronoun != layer.mentions.end() && std::ranges::any_of(layer.mentions, [&](const dateline::Mention& m) {
                const auto head = item.document.token[m.head].begin;
                return m.form != dateline::MentionForm::pronoun && name.begin <= head && head < name.end && !m.actors.empty() &&
                       std::ranges::find(pronoun->actors, m.actors.front()) != pronoun->actors.end();
            });
            hit += same && name.meant;
            gold += name.meant;
            said += same;
        }
    }
    return 2 * hit / (gold + said);
}

class Tuner {
public:
    Tuner(const std::filesystem::path& folder, std::vector<Item> items) : m_items{std::move(items)} {
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            if (entry.path().extension() == ".tsv") m_tables.push_back({entry.path().stem().string(), entry.path().string(), read(entry.path())});
        }
        std::ranges::sort(m_tables, {}, &dateline::TableSource::name);
        std::istringstream in{read(folder / "antecedent_weights.tsv")};
        for (std::string line; std::getline(in, line);) {
            if (const auto row = fields(line); row.size() == 2 && row[0] != "key" && line[0] != '#') m_weights.push_back({row[0], std::stoi(row[1])});
        }
    }

    void run() {
        auto best = measure();
        std::cerr << "F1 " << best << '\n';
        for (std::size_t round = 0; round < rounds; ++round) {
            const int step = round < 2 ? 6 : 3;
            const auto before = best;
            for (auto& weight : m_weights) best = climb(weight, step, best);
            std::cerr << "round " << round << ": F1 " << best << '\n';
            if (best == before && round > 2) break;
        }
        for (const auto& weight : m_weights) std::cout << weight.feature << '\t' << weight.tenths << '\n';
    }

private:
    double climb(Weight& weight, int step, double best) {
        for (const int direction : {step, -step}) {
            while (true) {
                weight.tenths += direction;
                const auto now = measure();
                if (now <= best) break;
                best = now;
            }
            weight.tenths -= direction;
        }
        return best;
    }

    double measure() {
        auto text = "key\tweight\n"s;
        for (const auto& weight : m_weights) text += weight.feature + '\t' + std::to_string(weight.tenths) + '\n';
        const auto at = std::ranges::find(m_tables, "antecedent_weights", &dateline::TableSource::name);
        at->text = text;
        const auto bytes = dateline::compile_knowledge(m_tables);
        const dateline::Knowledge knowledge{bytes};
        return f1(m_items, dateline::ActorFinder{{}, knowledge});
    }

    std::vector<Item> m_items;
    std::vector<dateline::TableSource> m_tables;
    std::vector<Weight> m_weights;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: dateline_tune_antecedents KNOWLEDGE_FOLDER gap-validation.tsv\n";
        return 2;
    }
    Tuner{argv[1], load(argv[2])}.run();
}
