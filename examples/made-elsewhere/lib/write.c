/* With _FILE_OFFSET_BITS=64 glibc's headers turn open and pwrite into open64 and pwrite64. */
#include <fcntl.h>
#include <unistd.h>

int work(const char *from, int bytes) {
  int file = open("/tmp/work", O_CREAT | O_RDWR, 0600);
  return (int)pwrite(file, from, bytes, 0);
}
