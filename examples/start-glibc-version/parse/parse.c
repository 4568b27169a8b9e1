#define _GNU_SOURCE
#include <stdlib.h>

int parse(const char *number) { return strtol(number, NULL, 10); }
