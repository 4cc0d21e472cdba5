// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

/// Works on items in parallel and hands the results on in the order in which the items came, so that what is written does not
/// depend on the number of threads. At most 32 items a thread wait at a time: a slow sink slows the producer down.
///
/// One producer: `push` and `finish` are called on one thread, and `sink` is called on that thread too. An exception of `work`
/// comes out of the `push` or `finish` that would have handed its result on.
template <class Item, class Result>
class OrderedPool {
public:
    using Work = std::function<Result(Item)>;
    using Sink = std::function<void(Result)>;

    /// `threads` 0 or 1: everything happens in `push`. `work` must be safe to call on several threads at once.
    OrderedPool(unsigned threads, Work work, Sink sink)
        : m_work{std::move(work)}, m_sink{std::move(sink)}, m_limit{std::size_t{threads} * 32} {
        if (threads < 2) return;
        for (unsigned i = 0; i < threads; ++i) {
            m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
        }
    }

    void push(Item item) {
        if (m_threads.empty()) return m_sink(m_work(std::move(item)));
        if (m_results.size() >= m_limit) hand_on();
        std::packaged_task<Result()> task{[this, moved = std::move(item)]() mutable { return m_work(std::move(moved)); }};
        m_results.push_back(task.get_future());
        {
            const std::lock_guard lock{m_mutex};
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    /// Hands on all results that are still out. What was pushed and not finished is dropped by the destructor.
    void finish() {
        while (!m_results.empty()) hand_on();
    }

private:
    void hand_on() {
        auto result = m_results.front().get();
        m_results.pop_front();
        m_sink(std::move(result));
    }

    void serve(const std::stop_token& stop) {
        for (;;) {
            std::packaged_task<Result()> task;
            {
                std::unique_lock lock{m_mutex};
                if (!m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); })) return;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
            if (stop.stop_requested()) return;
        }
    }

    Work m_work;
    Sink m_sink;
    std::size_t m_limit;
    std::deque<std::future<Result>> m_results;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::packaged_task<Result()>> m_tasks;
    std::vector<std::jthread> m_threads; // last: stopped and joined before the rest goes
};

} // namespace dateline
