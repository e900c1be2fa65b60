#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "CTerminal.h"

static atomic_uint requests;
static int wake[2] = {-1, -1};

static const struct {
  int signal;
  unsigned request;
} watched[] = {
  {SIGWINCH, ct_asked_resize}, {SIGHUP, ct_asked_end},   {SIGTERM, ct_asked_end},
  {SIGINT, ct_asked_end},      {SIGTSTP, ct_asked_stop}, {SIGCONT, ct_was_continued},
};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction replaced[watched_count], replaced_pipe;
static sigset_t replaced_mask;
static bool catching;

static void note_request(int signal) {
  int error = errno;
  for (int index = 0; index < watched_count; index++) {
    if (watched[index].signal == signal) atomic_fetch_or(&requests, watched[index].request);
  }
  // A full pipe is already readable, so a lost byte loses nothing.
  ssize_t sent = write(wake[1], "", 1);
  (void)sent;
  errno = error;
}

bool ct_catch_signals(void) {
  if (catching) return true;
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = {.sa_handler = note_request, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigset_t all;
  sigemptyset(&all);
  for (int index = 0; index < watched_count; index++) {
    sigaddset(&all, watched[index].signal);
    sigaction(watched[index].signal, NULL, &replaced[index]);
    bool nohup = watched[index].signal == SIGHUP && replaced[index].sa_handler == SIG_IGN;
    if (!nohup) sigaction(watched[index].signal, &action, NULL);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &replaced_pipe);
  atomic_store(&requests, 0);
  // A launcher may have left them blocked.
  pthread_sigmask(SIG_UNBLOCK, &all, &replaced_mask);
  catching = true;
  return true;
}

void ct_release_signals(void) {
  if (!catching) return;
  pthread_sigmask(SIG_SETMASK, &replaced_mask, NULL);
  for (int index = 0; index < watched_count; index++) {
    sigaction(watched[index].signal, &replaced[index], NULL);
  }
  sigaction(SIGPIPE, &replaced_pipe, NULL);
  catching = false;
}

int ct_signal_descriptor(void) { return wake[0]; }

unsigned ct_take_signals(void) {
  char drained[64];
  while (read(wake[0], drained, sizeof drained) == sizeof drained) {
  }
  return atomic_exchange(&requests, 0);
}

void ct_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, mine;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &mine);
  // The group, as the terminal driver would: a launcher script that is left running would hold the
  // terminal while we are stopped.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &mine, NULL);
}
