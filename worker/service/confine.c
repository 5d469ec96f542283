/* SPDX-License-Identifier: MIT */
#include "confine.h"

#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* Threads, memory, clocks, and input and output on what is open; accept4 and setsockopt for clients that come. */
static const char *const allowed[] = {
    "accept", "accept4", "brk", "clock_gettime", "clock_nanosleep", "close", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait",
    "eventfd2", "exit", "exit_group", "fcntl", "fstat", "futex", "getcpu", "getpeername", "getpid", "getrandom", "getrusage",
    "getsockname", "getsockopt", "gettid", "gettimeofday", "lseek", "madvise", "mmap", "mprotect", "mremap", "munmap",
    "nanosleep", "newfstatat", "poll", "ppoll", "prlimit64", "read", "readv", "recvfrom", "recvmsg", "restart_syscall", "rseq", "rt_sigaction", "rt_sigprocmask",
    "rt_sigreturn", "sched_getaffinity", "sched_getparam", "sched_getscheduler", "sched_setscheduler", "sched_yield", "select", "pselect6", "sendmsg", "sendto", "set_robust_list", "setsockopt", "shutdown", "sigaltstack", "sysinfo", "tgkill",
    "uname", "write", "writev",
};

bool confine(uint64_t memory)
{
    const struct rlimit none = {0, 0}, most = {memory, memory};
    if (setrlimit(RLIMIT_CORE, &none) || (memory && setrlimit(RLIMIT_AS, &most)) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return false;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int e = filter ? seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) : -ENOMEM;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed && !e; i++) {
        int call = seccomp_syscall_resolve_name(allowed[i]);
        if (call != __NR_SCMP_ERROR)
            e = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
        if (e == -EDOM) /* not on this architecture */
            e = 0;
    }
    const struct scmp_arg_cmp naming = {0, SCMP_CMP_EQ, PR_SET_NAME, 0};
    if (!e) /* libzmq's threads name themselves, perhaps only now */
        e = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, &naming);
    if (!e)
        e = seccomp_load(filter);
    if (filter)
        seccomp_release(filter);
    errno = -e;
    return e == 0;
}
