#ifndef KABINET_CT_SIGNALS_H
#define KABINET_CT_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

/// What signals asked for since they were last taken.
enum {
  ct_asked_resize = 1,   // SIGWINCH
  ct_asked_end = 2,      // SIGHUP, SIGTERM, SIGINT
  ct_asked_stop = 4,     // SIGTSTP
  ct_was_continued = 8,  // SIGCONT
};

/// Catches the signals that concern a terminal; false where no pipe could be made.
/// A SIGHUP that was ignored before (nohup) stays ignored.
bool ct_catch_signals(void);

/// Puts back the signal actions that `ct_catch_signals` replaced.
void ct_release_signals(void);

/// A descriptor that becomes readable when a signal was caught.
int ct_signal_descriptor(void);

/// The requests since the last call, as a set of the bits above; forgets them.
unsigned ct_take_signals(void);

/// Stops the whole process group as Ctrl+Z would, and returns when it continues. In a group that
/// nobody could continue the kernel does not stop it and this returns at once.
void ct_stop(void);

#endif
