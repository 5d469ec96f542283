/* SPDX-License-Identifier: MIT */
#include "supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static pid_t spawn(int (*work)(void *, uint64_t), void *argument, uint64_t restarts, const sigset_t *before)
{
    pid_t parent = getpid(), child = fork();
    if (child != 0)
        return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody would restart it */
    if (getppid() != parent)
        _exit(1);
    sigprocmask(SIG_SETMASK, before, NULL);
    int code = work(argument, restarts);
    fflush(NULL);
    _exit(code);
}

/* A child that dies at once, again and again, is started less and less often, at most once a second. */
static void back_off(double lived, unsigned *delay_ms)
{
    *delay_ms = lived > 5 ? 0 : *delay_ms ? *delay_ms * 2 : lived > 0.5 ? 0 : 5;
    *delay_ms = *delay_ms > 1000 ? 1000 : *delay_ms;
    struct timespec t = {*delay_ms / 1000, *delay_ms % 1000 * 1000000L};
    nanosleep(&t, NULL);
}

int supervise(int (*work)(void *, uint64_t), void *argument)
{
    sigset_t set, before;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, &before);
    bool stopping = false;
    unsigned delay_ms = 0;
    for (uint64_t restarts = 0;; restarts++) {
        double begun = now();
        pid_t child = spawn(work, argument, restarts, &before);
        if (child < 0) {
            log_line(LOG_ERROR, "event=fork_failed reason=\"%s\"", strerror(errno));
            return 3;
        }
        int status = 0;
        for (bool gone = false; !gone;) {
            int number = sigwaitinfo(&set, NULL);
            if (number == SIGTERM || number == SIGINT) {
                stopping = true;
                kill(child, SIGTERM);
            }
            for (pid_t p; (p = waitpid(-1, &status, WNOHANG)) > 0;) /* as process 1 it has orphans too */
                if ((gone = p == child))
                    break;
        }
        bool crashed = WIFSIGNALED(status) || WEXITSTATUS(status) == SUPERVISOR_BUDGET;
        if (!crashed)
            return WEXITSTATUS(status);
        if (stopping)
            return WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM ? 0 : 1; /* before it could handle that it had nothing in hand */
        if (WIFSIGNALED(status))
            log_line(LOG_ERROR, "event=worker_died signal=%d restarts=%llu", WTERMSIG(status), (unsigned long long)restarts + 1);
        back_off(now() - begun, &delay_ms);
    }
}
