#ifndef KABINET_CT_SCREEN_H
#define KABINET_CT_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The one screen of the process. ncurses is not thread-safe and keeps its state global, so there is
// one screen at a time and every call must come from the thread that opened it.

/// What became of an attempt to open the screen.
typedef enum ct_opening {
  ct_opened,
  /// A screen is open already.
  ct_busy,
  /// The terminfo database knows no such terminal.
  ct_unknown,
  /// The terminal is known and cannot place its cursor.
  ct_incapable,
  /// A system call failed.
  ct_failed,
} ct_opening;

/// How a cell is lit; several may be laid over each other.
enum { ct_bold = 1, ct_dim = 2, ct_underline = 4, ct_reverse = 8 };

/// Makes LC_CTYPE a UTF-8 locale, whatever the environment asks for; false where the system has none.
bool ct_adopt_utf8(void);

/// Opens the terminal of type `term` that is read at `input` and written at `output`, without echo,
/// line editing or signals from keys. Colour sequences are sent only when `color` is set.
ct_opening ct_open(const char *term, int input, int output, int columns, int rows, bool color);

/// Gives the terminal back as it was found. Does nothing where no screen is open.
void ct_close(void);

/// Leaves the screen to the shell; `ct_enter` comes back to it and paints it again.
void ct_leave(void);
void ct_enter(void);

/// The number of colours and of colour pairs that can be shown; 0 where colours are off.
int ct_colors(void);
int ct_pairs(void);

/// Gives a pair its colours; -1 is the terminal's default. False where the pair cannot be had.
bool ct_define_pair(int pair, int foreground, int background);

/// Puts a base character with up to four combining marks at a cell.
void ct_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair);

/// Sends what changed, with the cursor at a cell; a negative row hides the cursor.
void ct_show(int row, int column);

/// Tells the screen its new size: it becomes blank and the next `ct_show` paints all of it.
void ct_resize(int columns, int rows);

/// The columns that the C library, and so ncurses, believes a scalar takes; -1 for one it won't print.
int ct_width(uint32_t scalar);

/// A string of the terminal's description, such as `kcuu1`; null where it has none.
const char *ct_capability(const char *name);

/// Reports presses and the wheel of the mouse, or leaves the mouse to the terminal.
void ct_report_mouse(bool on);

/// Sends bytes to the terminal as they are, past the screen; nothing where no screen is open.
void ct_send(const void *bytes, size_t length);

/// The size that the kernel knows for a terminal; false where `descriptor` is none.
bool ct_size(int descriptor, int *columns, int *rows);

#endif
