/* A pseudo terminal has no modem lines. A program that asks for them is told that all of the modem's are on. */

extern void *dlsym(void *handle, const char *name);

#define RTLD_NEXT ((void *)-1)
enum { TIOCMGET = 0x5415, TIOCMBIS, TIOCMBIC, TIOCMSET };
enum { DTR = 0x002, RTS = 0x004, CTS = 0x020, DCD = 0x040, DSR = 0x100 };

int ioctl(int descriptor, unsigned long request, void *argument) {
  int (*next)(int, unsigned long, void *);
  if (request == TIOCMGET) {
    *(int *)argument = DTR | RTS | CTS | DCD | DSR;
    return 0;
  }
  if (request == TIOCMBIS || request == TIOCMBIC || request == TIOCMSET) return 0;
  next = dlsym(RTLD_NEXT, "ioctl");
  return next(descriptor, request, argument);
}
