// SPDX-License-Identifier: MIT
//
// Functions marked so are compiled for plain x86-64, AVX2 and AVX-512, and the processor at hand picks one. They give the same bits on
// all: files that use it are compiled without contraction of a*b+c (see CMakeLists.txt), and sums run over what vectors do not span.
// A macro, since other compilers and processors do not know the attribute.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define DATELINE_MULTIVERSION [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define DATELINE_MULTIVERSION
#endif
