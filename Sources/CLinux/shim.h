// What the Glibc module leaves out.
#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

/// Sleeps until somebody wakes one who waits at an address, at most so long, if the word there has the value.
///
/// Returns 0 where that is impossible at this address.
static inline int cl_futex_wait(const void *word, unsigned int value, long microseconds) {
  struct timespec time = {microseconds / 1000000, microseconds % 1000000 * 1000};
  return syscall(SYS_futex, word, FUTEX_WAIT, value, &time, 0, 0) == 0 || errno == EAGAIN ||
         errno == EINTR || errno == ETIMEDOUT;
}

/// Wakes one of those who wait at an address, in whatever process.
static inline void cl_futex_wake(const void *word) { syscall(SYS_futex, word, FUTEX_WAKE, 1, 0, 0, 0); }
