// _XOPEN_SOURCE and NCURSES_WIDECHAR bring the wide interface into view; Debian's pkg-config file asks
// for the first and SwiftPM drops it.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <wchar.h>

#include <curses.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "rescue.h"

static struct {
  SCREEN *screen;
  FILE *input, *output;
  struct termios found;
  bool entered, colors, mouse;
  char farewell[256];
  size_t farewell_length;
} terminal;

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1000l\033[?1002l\033[?1006l";

static bool locale_is_utf8(const char *name) {
  return setlocale(LC_CTYPE, name) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool ct_adopt_utf8(void) {
  // SSH forwards locales that the server never generated; then setlocale fails, the C locale stays,
  // and every letter outside ASCII is lost.
  return locale_is_utf8("") || locale_is_utf8("C.UTF-8") || locale_is_utf8("en_US.UTF-8");
}

static void send_bytes(const char *bytes, size_t length) {
  int descriptor = fileno(terminal.output);
  while (length > 0) {
    ssize_t sent = write(descriptor, bytes, length);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    bytes += sent;
    length -= (size_t)sent;
  }
}

static void send_text(const char *text) { send_bytes(text, strlen(text)); }

const char *ct_capability(const char *name) {
  if (!terminal.screen) return NULL;
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Adds a string to the farewell without its padding marks, which only tputs understands.
static void add_farewell(const char *text) {
  while (text && *text && terminal.farewell_length < sizeof terminal.farewell) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      terminal.farewell[terminal.farewell_length++] = *text++;
    }
  }
}

static void compose_farewell(void) {
  terminal.farewell_length = 0;
  add_farewell("\033[?2026l");
  add_farewell(mouse_off);
  add_farewell(paste_off);
  add_farewell(ct_capability("sgr0"));
  add_farewell(ct_capability("cnorm"));
  add_farewell(ct_capability("rmkx"));
  add_farewell(ct_capability("rmcup"));
}

static void arm(void) {
  ct_arm(fileno(terminal.input), fileno(terminal.output), &terminal.found, terminal.farewell,
         terminal.farewell_length);
}

/// A stream of its own, so that closing it leaves the caller's descriptor open.
static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

static void free_screen(void) {
  if (terminal.screen) delscreen(terminal.screen);
  if (terminal.input) fclose(terminal.input);
  if (terminal.output) fclose(terminal.output);
  memset(&terminal, 0, sizeof terminal);
}

/// What COLUMNS and LINES held before they were lent our size.
struct loan {
  char *columns, *lines;
};

static void set_variable(const char *name, const char *value) {
  if (value) {
    setenv(name, value, 1);
  } else {
    unsetenv(name);
  }
}

/// Has ncurses believe our size, through the environment, until `take_back`. Whenever it opens or comes
/// back to a screen it looks for a size of its own, and fails under COLUMNS=99999999, takes gigabytes
/// on a pty of 65535 x 65535, and told to look at neither (use_env) fails for types whose description
/// has no size, among them the Linux console.
static struct loan lend_size(int columns, int rows) {
  const char *found_columns = getenv("COLUMNS"), *found_lines = getenv("LINES");
  struct loan loan = {found_columns ? strdup(found_columns) : NULL,
                      found_lines ? strdup(found_lines) : NULL};
  char number[16];
  snprintf(number, sizeof number, "%d", columns);
  set_variable("COLUMNS", number);
  snprintf(number, sizeof number, "%d", rows);
  set_variable("LINES", number);
  use_env(TRUE);
  use_tioctl(FALSE);
  return loan;
}

static void take_back(struct loan loan) {
  set_variable("COLUMNS", loan.columns);
  set_variable("LINES", loan.lines);
  free(loan.columns);
  free(loan.lines);
}

/// Paints the whole screen after it was left.
static void come_back(void) {
  struct loan loan = lend_size(getmaxx(stdscr), getmaxy(stdscr));
  wrefresh(stdscr);
  take_back(loan);
}

ct_opening ct_open(const char *term, int input, int output, int columns, int rows, bool color) {
  if (terminal.screen) return ct_busy;
  terminal.input = stream(input, "r");
  terminal.output = stream(output, "w");
  if (!terminal.input || !terminal.output || tcgetattr(input, &terminal.found) != 0) {
    free_screen();
    return ct_failed;
  }
  struct loan loan = lend_size(columns, rows);
  terminal.screen = newterm(term, terminal.output, terminal.input);
  take_back(loan);
  if (!terminal.screen) {
    free_screen();
    return ct_unknown;
  }
  if (!ct_capability("cup")) {
    endwin();
    free_screen();
    return ct_incapable;
  }
  // Before its first endwin ncurses flushes at every move of the cursor: 28 writes a frame instead
  // of one or two.
  endwin();
  compose_farewell();
  arm();
  terminal.entered = true;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  keypad(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  // Entered before colours are on: coming back with them makes ncurses reset the user's palette.
  come_back();
  if (color && has_colors() && start_color() == OK) {
    use_default_colors();
    terminal.colors = true;
  }
  curs_set(1);
  send_text(paste_on);
  return ct_opened;
}

static void send_modes(bool on) {
  send_text(on ? paste_on : paste_off);
  if (terminal.mouse) send_text(on ? mouse_on : mouse_off);
}

void ct_leave(void) {
  if (!terminal.entered) return;
  terminal.entered = false;
  send_modes(false);
  endwin();
  ct_disarm();
  tcsetattr(fileno(terminal.input), TCSADRAIN, &terminal.found);
}

void ct_enter(void) {
  if (!terminal.screen || terminal.entered) return;
  terminal.entered = true;
  arm();
  reset_prog_mode();
  clearok(curscr, TRUE);
  come_back();
  send_modes(true);
}

void ct_close(void) {
  if (!terminal.screen) return;
  ct_leave();
  free_screen();
}

int ct_colors(void) { return terminal.colors ? COLORS : 0; }

int ct_pairs(void) { return terminal.colors ? COLOR_PAIRS : 0; }

bool ct_define_pair(int pair, int foreground, int background) {
  return terminal.colors && init_extended_pair(pair, foreground, background) == OK;
}

void ct_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cell;
  for (int index = 0; index < count && index < CCHARW_MAX; index++) {
    text[index] = (wchar_t)scalars[index];
  }
  attr_t lit = A_NORMAL;
  if (attributes & ct_bold) lit |= A_BOLD;
  if (attributes & ct_dim) lit |= A_DIM;
  if (attributes & ct_underline) lit |= A_UNDERLINE;
  if (attributes & ct_reverse) lit |= A_REVERSE;
  if (setcchar(&cell, text, lit, (short)pair, NULL) != OK) return;
  mvwadd_wch(stdscr, row, column, &cell);  // ERR after the last cell of the screen is no error.
}

void ct_show(int row, int column) {
  if (row < 0) {
    curs_set(0);
  } else {
    wmove(stdscr, row, column);
  }
  wrefresh(stdscr);
  if (row >= 0) curs_set(1);
}

void ct_resize(int columns, int rows) {
  resize_term(rows, columns);
  werase(stdscr);
  clearok(curscr, TRUE);  // The terminal may have rewrapped what it showed.
}

int ct_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void ct_report_mouse(bool on) {
  if (!terminal.screen || terminal.mouse == on) return;
  terminal.mouse = on;
  send_text(on ? mouse_on : mouse_off);
}

void ct_send(const void *bytes, size_t length) {
  if (terminal.entered) send_bytes(bytes, length);
}

bool ct_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
