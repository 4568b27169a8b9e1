#ifdef __cplusplus
extern "C"
#endif
// Sorts words that are separated by spaces; the caller frees the result.
char *sorted(const char *words);
