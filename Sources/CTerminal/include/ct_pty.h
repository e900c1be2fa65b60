#ifndef KABINET_CT_PTY_H
#define KABINET_CT_PTY_H

#include <sys/types.h>

// A program on a pseudo-terminal, and what the kernel tells about it. All calls return -1 and set errno on failure.

// Starts path (looked up in PATH) on a new pty of the given size, in a session of its own, in directory (NULL: here).
// Returns the non-blocking master; *slave is another opening of the slave side, non-blocking too, for asking only.
int ct_spawn_on_pty(const char *path, char *const argv[], char *const envp[], const char *directory,
                    int columns, int rows, pid_t *pid, int *slave);

// Tells the terminal its size; the kernel sends SIGWINCH.
int ct_pty_resize(int master, int columns, int rows);

// The process group in the foreground of the terminal.
pid_t ct_pty_foreground(int master);

// 1: exited with *status; 2: ended by signal *status; 0: still running (only where block is 0).
int ct_wait(pid_t pid, int block, int *status);

#endif
