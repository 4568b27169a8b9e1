/* In the place of Oracle's client, which may not be passed on: a library of its name that needs libaio. */
int aio(void);
int client(void) { return aio(); }
