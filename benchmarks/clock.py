"""A clock that jumps: a program that is started with it takes the day and hour with an offset that a file holds.

Only the clock on the wall jumps, as when a machine's clock is put right; how time passes (``monotonic``) is left alone.
It is a small library put before the system's own, made here by the machine's C compiler.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

_SOURCE: Final = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long offset(void) {
  char text[32] = {0};
  int file = open(getenv("AKINT_CLOCK_FILE"), O_RDONLY);
  if (file < 0) return 0;
  if (read(file, text, sizeof text - 1) < 0) text[0] = 0;
  close(file);
  return atol(text);
}
int clock_gettime(clockid_t which, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
  int code = real(which, at);
  if (!code && which == CLOCK_REALTIME) at->tv_sec += offset();
  return code;
}
time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}
int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}
"""


def compiler() -> str | None:
    """The machine's C compiler, where it has one."""
    return shutil.which("cc") or shutil.which("gcc")


class Clock:
    """One jumping clock, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._file = folder / "offset"
        self._library = folder / "clock.so"
        self.jump(0)
        command = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-x", "c", "-", "-o", str(self._library), "-ldl"]
        subprocess.run(command, input=_SOURCE, text=True, check=True)

    @property
    def environment(self) -> dict[str, object]:
        """What a program is started with to look at this clock."""
        return {"LD_PRELOAD": self._library, "AKINT_CLOCK_FILE": self._file}

    def jump(self, days: float) -> None:
        """So many days from the true time, from now on."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str(round(days * 86_400)))
        fresh.replace(self._file)
