#include "sorted.h"

#include <cstring>
#include <set>
#include <sstream>
#include <string>

char *sorted(const char *words) {
    std::istringstream in(words);
    std::multiset<std::string> all;
    for (std::string word; in >> word;) all.insert(word);
    std::string out;
    for (const auto &word : all) out += out.empty() ? word : " " + word;
    return strdup(out.c_str());
}
