// Swift traps by SIGILL and runs neither defer nor atexit then; without this file it would leave an
// alternate screen without echo, and the backtrace on top of it.

#define _GNU_SOURCE

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rescue.h"

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction replaced_fatal[fatal_count];

static atomic_bool armed;
static struct {
  int input, output;
  pid_t owner;
  struct termios found;
  char farewell[256];
  size_t length;
} rescue;

static void restore_terminal(void) {
  // A forked child must not speak for its parent.
  if (getpid() != rescue.owner || !atomic_exchange(&armed, false)) return;
  for (size_t sent = 0; sent < rescue.length;) {
    ssize_t count = write(rescue.output, rescue.farewell + sent, rescue.length - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    sent += (size_t)count;
  }
  tcsetattr(rescue.input, TCSANOW, &rescue.found);
}

/// Restores the terminal and lets the fault happen again under the action that stood before, which
/// is the default one or Swift's backtracer.
static void crash(int signal, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  restore_terminal();
  for (int index = 0; index < fatal_count; index++) {
    if (fatal[index] == signal) sigaction(signal, &replaced_fatal[index], NULL);
  }
  // A fault repeats by itself; a signal that was sent (abort, kill) has to be sent again.
  if (info->si_code <= 0) raise(signal);
  errno = error;
}

static void catch_crashes(void) {
  static char stack[65536];
  stack_t current;
  // A stack overflow leaves no stack for the handler.
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    stack_t spare = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&spare, NULL);
  }
  struct sigaction action = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &action, &replaced_fatal[index]);
  }
}

void ct_arm(int input, int output, const struct termios *found, const char *farewell,
            size_t length) {
  static bool exit_is_watched;
  if (atomic_load(&armed)) return;
  rescue.input = input;
  rescue.output = output;
  rescue.owner = getpid();
  rescue.found = *found;
  rescue.length = length < sizeof rescue.farewell ? length : sizeof rescue.farewell;
  memcpy(rescue.farewell, farewell, rescue.length);
  if (!exit_is_watched) exit_is_watched = atexit(restore_terminal) == 0;
  catch_crashes();
  atomic_store(&armed, true);
}

void ct_disarm(void) {
  if (!atomic_exchange(&armed, false)) return;
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &replaced_fatal[index], NULL);
  }
}
