#define _GNU_SOURCE
#include "ct_pty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// Between fork and exec only async-signal-safe calls are allowed: the parent may have threads.
static void become(const char *path, char *const argv[], char *const envp[], const char *directory,
                   const char *terminal, int report) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int slave = -1;
  if (setsid() >= 0 && (slave = open(terminal, O_RDWR | O_NOCTTY)) >= 0 &&
      ioctl(slave, TIOCSCTTY, 0) == 0 && dup2(slave, 0) >= 0 && dup2(slave, 1) >= 0 &&
      dup2(slave, 2) >= 0 && (directory == NULL || chdir(directory) == 0)) {
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    execvpe(path, argv, envp);
  }
  int failure = errno;
  ssize_t written = write(report, &failure, sizeof failure);
  _exit(written == sizeof failure ? 127 : 126);
}

int ct_spawn_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                    int columns, int rows, pid_t *pid, int *slave) {
  int report[2] = {-1, -1};
  char terminal[64];
  int failure = 0;
  *slave = -1;
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  if (grantpt(master) != 0 || unlockpt(master) != 0 ||
      (failure = ptsname_r(master, terminal, sizeof terminal)) != 0 ||
      (*slave = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)) < 0 ||
      ioctl(*slave, TIOCSWINSZ, &size) != 0 || fcntl(master, F_SETFL, O_NONBLOCK) != 0 ||
      pipe2(report, O_CLOEXEC) != 0 || (*pid = fork()) < 0) {
    failure = failure ? failure : errno;
  } else if (*pid == 0) {
    become(path, argv, envp, directory, terminal, report[1]);
  } else {
    close(report[1]);
    report[1] = -1;
    ssize_t got;
    do got = read(report[0], &failure, sizeof failure);
    while (got < 0 && errno == EINTR);
    if (got == 0) failure = 0;
    if (failure) waitpid(*pid, NULL, 0);
  }
  if (report[0] >= 0) close(report[0]);
  if (report[1] >= 0) close(report[1]);
  if (!failure) return master;
  if (*slave >= 0) close(*slave);
  close(master);
  errno = failure;
  return -1;
}

int ct_pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size);
}

pid_t ct_pty_foreground(int master) { return tcgetpgrp(master); }

int ct_wait(pid_t pid, int block, int *status) {
  int raw = 0;
  pid_t got;
  do got = waitpid(pid, &raw, block ? 0 : WNOHANG);
  while (got < 0 && errno == EINTR);
  if (got <= 0) return (int)got;
  *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : WTERMSIG(raw);
  return WIFEXITED(raw) ? 1 : 2;
}
