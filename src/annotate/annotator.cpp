// SPDX-License-Identifier: MIT
#include <dateline/annotate/annotator.hpp>

#include <mutex>
#include <utility>
#include <vector>

#include <dateline/knowledge/table.hpp>

#include "lemma/lemmatiser.hpp"
#include "tagger.hpp"
#include "tokens/agency_line.hpp"
#include "tokens/paragraphs.hpp"
#include "tokens/sentences.hpp"
#include "tokens/tokeniser.hpp"

namespace dateline {
namespace {

/// Scratch space of the tagger that threads borrow and give back: as many as have ever worked at once.
class WorkspacePool {
public:
    [[nodiscard]] Tagger::Workspace take() {
        const std::scoped_lock lock{m_mutex};
        if (m_free.empty()) return {};
        auto workspace = std::move(m_free.back());
        m_free.pop_back();
        return workspace;
    }
    void give_back(Tagger::Workspace workspace) {
        const std::scoped_lock lock{m_mutex};
        m_free.push_back(std::move(workspace));
    }

private:
    std::mutex m_mutex;
    std::vector<Tagger::Workspace> m_free;
};

/// Whether the body's first line says the headline again.
bool repeats(std::string_view body, std::string_view headline) noexcept {
    return body.starts_with(headline) && (body.size() == headline.size() || body[headline.size()] == '\n');
}

/// Whether a paragraph that opens a text without a title is its headline: short and no sentence.
bool is_headline(std::string_view paragraph) noexcept {
    constexpr std::size_t longest = 200;
    return paragraph.size() <= longest && !ends_sentence(paragraph);
}

/// Sets text, body and the article's metadata; gives where the headline stands (empty: there is none).
Span set_text(Document& document, Article article) {
    auto body = std::exchange(article.text, {});
    document.article = std::move(article);
    const std::string& title = document.article.title;
    const auto size = [](const std::string& s) { return static_cast<std::uint32_t>(s.size()); };
    if (title.empty() || repeats(body, title)) {
        document.text = std::move(body);
        const auto headline = title.empty() ? Span{} : Span{0, size(title)};
        document.body = {headline.end, size(document.text)};
        while (document.body.begin < document.body.end && document.text[document.body.begin] == '\n') ++document.body.begin;
        return headline;
    }
    document.text.reserve(title.size() + 2 + body.size());
    document.text = title;
    document.text += "\n\n";
    document.text += body;
    document.body = {size(title) + 2, size(document.text)};
    return {0, size(title)};
}

/// The dateline that opens a report is no part of its first clause: it is read as a sentence of its own, and its tree then hung under
/// the clause's, so that sentences stay as they are written.
class DatelinesApart {
public:
    explicit DatelinesApart(Document& document) : m_document{document} {
        std::vector<Sentence> parts;
        for (const auto& sentence : document.sentences) {
            const auto end = sentence.headline ? sentence.tokens.begin : end_of_dateline(document.text, document.token, sentence.tokens);
            if (end != sentence.tokens.begin) {
                m_datelines.push_back({sentence.tokens.begin, end});
                parts.push_back({document.span_of(m_datelines.back()), m_datelines.back(), sentence.paragraph, false});
            }
            parts.push_back(sentence);
            parts.back().tokens.begin = end;
        }
        m_whole = std::exchange(document.sentences, std::move(parts));
    }

    void join() {
        for (const auto dateline : m_datelines) {
            auto root = dateline.end;
            while (m_document.head[root] != Document::root) root = m_document.head[root];
            for (auto t = dateline.begin; t < dateline.end; ++t) {
                if (m_document.head[t] != Document::root) continue;
                m_document.head[t] = root;
                m_document.deprel[t] = Deprel::parataxis;
            }
        }
        m_document.sentences = std::move(m_whole);
    }

private:
    Document& m_document;
    std::vector<TokenRange> m_datelines;
    std::vector<Sentence> m_whole;
};

} // namespace

struct Annotator::Impl {
    Tokeniser tokeniser{Knowledge::built_in()};
    SentenceSplitter splitter{Knowledge::built_in(), SentenceModel::built_in()};
    Lemmatiser lemmatiser{Knowledge::built_in()};
    const Tagger& tagger = Tagger::built_in();
    std::unique_ptr<WorkspacePool> workspaces = std::make_unique<WorkspacePool>();

    void split(Document& document, Span part, std::uint32_t paragraph, bool headline) const {
        const auto first = document.token_count();
        tokeniser.tokenise(document.text, part, document.token, document.multiwords);
        const TokenRange tokens{first, document.token_count()};
        if (tokens.empty()) return;
        std::vector<std::uint32_t> ends;
        splitter.split(document.text, document.token, tokens, ends);
        auto begin = tokens.begin;
        for (const auto end : ends) {
            const TokenRange range{begin, end};
            document.sentences.push_back({document.span_of(range), range, paragraph, headline});
            begin = end;
        }
    }
};

Annotator::Annotator() : m_impl{std::make_unique<const Impl>()} {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

Document Annotator::tokenise(Article article) const {
    Document document;
    const auto headline = set_text(document, std::move(article));
    std::uint32_t paragraph = 0;
    for (const auto part : paragraphs_of(document.text, headline)) m_impl->split(document, part, paragraph++, true);
    const auto body = paragraphs_of(document.text, document.body);
    for (std::size_t i = 0; i < body.size(); ++i) {
        const auto opens = i == 0 && headline.empty() && body.size() > 1;
        m_impl->split(document, body[i], paragraph++, opens && is_headline(slice(document.text, body[i])));
    }
    return document;
}

Document Annotator::annotate_tokens(Document document) const {
    auto workspace = m_impl->workspaces->take();
    DatelinesApart datelines{document};
    m_impl->tagger.tag(document, workspace);
    datelines.join();
    m_impl->workspaces->give_back(std::move(workspace));
    m_impl->lemmatiser.lemmatise(document);
    return document;
}

Document Annotator::annotate(Article article) const { return annotate_tokens(tokenise(std::move(article))); }

} // namespace dateline
