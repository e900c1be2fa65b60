#ifndef KABINET_CTERMINAL_H
#define KABINET_CTERMINAL_H

// What Swift sees of the terminal: plain C types only. <curses.h> stays inside screen.c, because its
// macros and variadics do not import, `stdscr` is an error in Swift 6, and its names (`move`, `filter`,
// `echo`, ...) would spill over every file that imports this module.

#include "ct_screen.h"
#include "ct_signals.h"

#include "ct_pty.h"
#endif
