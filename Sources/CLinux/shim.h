// What the Glibc module leaves out.
#include <errno.h>
#include <linux/futex.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

/// Sleeps until somebody wakes one who waits at an address, at most so long, if the word there has the value.
///
/// Returns 3 once woken, 2 where that lasted too long, 1 where the word has another value or a signal came,
/// and 0 where nobody can sleep at this address.
static inline int cl_futex_wait(const void *word, unsigned int value, long microseconds) {
  struct timespec time = {microseconds / 1000000, microseconds % 1000000 * 1000};
  if (syscall(SYS_futex, word, FUTEX_WAIT, value, &time, 0, 0) == 0) return 3;
  return errno == ETIMEDOUT ? 2 : errno == EAGAIN || errno == EINTR ? 1 : 0;
}

/// Wakes one of those who wait at an address, in whatever process; tells whether there was one.
static inline int cl_futex_wake(const void *word) {
  return syscall(SYS_futex, word, FUTEX_WAKE, 1, 0, 0, 0) > 0;
}
