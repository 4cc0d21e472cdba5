// SPDX-License-Identifier: MIT
#include "command.hpp"

namespace dateline::cli {

std::span<const Command> commands() {
    static constexpr Command all[] = {
        {"build", "Read articles, extract events and add them to a case file", declare_build},
        {"extract", "Events as JSON lines, article by article, without merging", declare_extract},
        {"clean", "Clean articles as JSON lines", declare_clean},
        {"annotate", "Sentences, words, tags, trees and names as CoNLL-U", declare_annotate},
        {"times", "Time expressions (TIMEX3) as JSON lines", declare_times},
        {"actors", "Persons, offices, countries and organisations and where they are spoken of, as JSON lines", declare_actors},
        {"timeline", "The chronological list of events", declare_timeline},
        {"graph", "The diagram of who dealt with whom", declare_graph},
        {"show", "An event with its proofs, an actor with its events, an article, or the way between two actors", declare_show},
        {"why", "By which words and rules an event has its date, actors and sources", declare_why},
        {"merge", "Add case files to another", declare_merge},
        {"diff", "What is new, changed or withdrawn between two case files", declare_diff},
        {"check", "Whether a case file is sound", declare_check},
        {"stats", "Counts, activity, and who is central", declare_stats},
        {"train", "Make the language models from treebanks", declare_train},
        {"help", "What a command does and its options", declare_help},
    };
    return all;
}

} // namespace dateline::cli
