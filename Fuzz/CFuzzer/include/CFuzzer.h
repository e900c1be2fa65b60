#ifndef C_FUZZER_H
#define C_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// What libFuzzer calls with each input.
typedef int (*FuzzCallback)(const uint8_t *bytes, size_t count);

/// libFuzzer's own main: reads the arguments, runs the corpus, then goes on until its time is over.
int LLVMFuzzerRunDriver(int *argc, char ***argv, FuzzCallback callback);

#endif
