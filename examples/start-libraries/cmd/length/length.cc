#include <string>

extern "C" int length(const char *text) { return static_cast<int>(std::string(text).length()); }
