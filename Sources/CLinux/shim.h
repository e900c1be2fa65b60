// What the Glibc module leaves out.
#include <sys/vfs.h>
