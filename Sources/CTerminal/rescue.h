#ifndef KABINET_CT_RESCUE_H
#define KABINET_CT_RESCUE_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Remembers how a terminal was found and what must be written to it, should the process crash or
/// exit before `ct_disarm`: then it is restored with nothing but async-signal-safe calls.
void ct_arm(int input, int output, const struct termios *found, const char *farewell, size_t length);

/// Forgets it; restoring twice is impossible.
void ct_disarm(void);

#endif
