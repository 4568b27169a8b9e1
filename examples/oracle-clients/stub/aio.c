int aio(void) { return 0; }
