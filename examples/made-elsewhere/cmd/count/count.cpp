#include <iostream>

extern "C" void count(int to) {
  for (int i = 1; i <= to; i++) std::cout << i << '\n';
  // Go ends without the end of C++, which would write out what is left in the buffer.
  std::cout << std::flush;
}
