#ifndef KABINET_CTERMINAL_H
#define KABINET_CTERMINAL_H
#include "ct_pty.h"
#endif
