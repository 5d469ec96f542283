/* SPDX-License-Identifier: MIT */
/* Every limit on what comes from outside, in one table: name, value, unit, what happens at the limit.
 * `entente --limits` prints it and the README quotes it. */
#ifndef ENTENTE_LIMITS_H
#define ENTENTE_LIMITS_H

#define ENTENTE_LIMIT_LIST(X)                                                                                  \
    X(ARTICLE_BYTES, 4194304, "bytes", "raw text of an article; a setting; larger: TOO_LARGE")                 \
    X(ARTICLE_BYTES_MOST, 1073741824, "bytes", "the highest that the setting can be raised to")                \
    X(ID_BYTES, 4096, "bytes", "an article's id; longer: refused")                                             \
    X(BATCH_ARTICLES, 64, "articles", "in one message; more: refused")                                         \
    X(BATCH_BYTES, 1048576, "bytes", "of text in a message of several articles; more: refused")                \
    X(HEADER_BYTES, 1048576, "bytes", "of a message's first frame; more: refused")                             \
    X(REPLY_BYTES, 16777216, "bytes", "of an article's reply beyond five times its text; more: LIMIT")         \
    X(CREDIT, 4, "messages", "unanswered at a worker from one client; more: busy")                             \
    X(QUEUE_BYTES, 33554432, "bytes", "waiting or in work at a worker; more: busy")                             \
    X(CLIENTS, 1024, "clients", "known to a worker at one time; more: busy")                                   \
    X(MEMORY_FACTOR, 40, "times", "memory of an article over its bytes, beyond 16 MiB; more: LIMIT")           \
    X(SENTENCE_TOKENS, 512, "tokens", "in a sentence; it is cut there")                                        \
    X(SENTENCE_MENTIONS, 16, "mentions", "of agreements in a sentence; further ones are left out")             \
    X(ARTICLE_MENTIONS, 4000, "mentions", "in an article; further ones are left out with a warning")             \
    X(AGREEMENTS, 1000, "records", "from an article; further ones are left out with a warning")                \
    X(PARTY_NAME_BYTES, 160, "bytes", "of a party's name; a longer one is kept as words, but not compared")     \
    X(MODEL_BYTES, 8388608, "bytes", "of a language model given with --model; more: refused")                   \
    X(PARTIES, 16, "parties", "of a record; further ones are left out")                                        \
    X(OBLIGATIONS, 16, "obligations", "of a record; further ones are left out")                                \
    X(MENTIONS, 100, "mentions", "of a record; further ones are left out")                                     \
    X(WARNINGS, 16, "warnings", "in a reply; further ones are left out")                                       \
    X(ATTEMPTS, 3, "losses", "of a worker with the article in work; then: POISON")

enum entente_limit {
#define X(name, value, unit, what) ENTENTE_LIMIT_##name = (value),
    ENTENTE_LIMIT_LIST(X)
#undef X
};

#endif
