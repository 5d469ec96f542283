/* SPDX-License-Identifier: MIT */
/* What a working process gives up once it is ready: core dumps, memory beyond its limit, new privileges, and all system calls that
 * serving its open sockets does not need (seccomp; no files, no new connections, no processes). */
#ifndef ENTENTE_CONFINE_H
#define ENTENTE_CONFINE_H

#include <stdbool.h>
#include <stdint.h>

/* False, with errno, when the kernel refuses; what was given up till then stays given up. `memory`: address space in bytes, 0 for no limit. */
bool confine(uint64_t memory);

#endif
