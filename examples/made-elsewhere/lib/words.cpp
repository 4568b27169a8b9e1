// A function that promises not to throw, and calls what may: g++ 14 ends it through __cxa_call_terminate.
#include <string>
#include <vector>

extern "C" int work(const char *from, int bytes) noexcept {
  std::vector<std::string> words{std::string(from, bytes), ""};
  int size = 0;
  for (const auto &word : words) size += word.size();
  return size;
}
