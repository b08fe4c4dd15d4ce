// SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
// SPDX-License-Identifier: MPL-2.0
//
// Stands between a process and the C library, and writes down what is asked of the disk: a line for each call, its
// name, the path, a number (offset, size, or 1 where the file was made) and the bytes, tabs between, texts in hex.
// Used by recording.py where strace is not to be had.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static int log_file(void) {
    static int file = -1;
    const char *path = getenv("BIP_SHIM_LOG");
    if (file < 0 && path != NULL)
        file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return file;
}

static char *hex(char *to, const unsigned char *from, size_t count) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        *to++ = digits[from[i] >> 4];
        *to++ = digits[from[i] & 15];
    }
    return to;
}

static void note(const char *call, const char *path, long number, const void *data, size_t count) {
    int file = log_file();
    char *line = file < 0 ? NULL : malloc(2 * strlen(path) + 2 * count + 80);
    if (line == NULL)
        return;
    char *end = line + sprintf(line, "%s\t", call);
    end = hex(end, (const unsigned char *)path, strlen(path));
    end += sprintf(end, "\t%ld\t", number);
    end = hex(end, data, count);
    *end++ = '\n';
    syscall(SYS_write, file, line, (size_t)(end - line));
    free(line);
}

static void note_file(const char *call, int file, long number, const void *data, size_t count) {
    char link[64], path[4096];
    sprintf(link, "/proc/self/fd/%d", file);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length > 0) {
        path[length] = 0;
        note(call, path, number, data, count);
    }
}

static int opened(const char *name, const char *path, int flags, va_list more) {
    int mode = flags & O_CREAT ? va_arg(more, int) : 0;
    int is_new = flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    int file = REAL(int, name, const char *, int, ...)(path, flags, mode);
    if (file >= 0 && is_new)
        note_file("open", file, 1, "", 0);
    return file;
}

#define OPEN(name)                               \
    int name(const char *path, int flags, ...) { \
        va_list more;                            \
        va_start(more, flags);                   \
        int file = opened(#name, path, flags, more); \
        va_end(more);                            \
        return file;                             \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(name)                                                                        \
    ssize_t name(int file, const void *data, size_t count, off_t offset) {                  \
        ssize_t done = REAL(ssize_t, #name, int, const void *, size_t, off_t)(file, data, count, offset); \
        if (done > 0)                                                                       \
            note_file("pwrite", file, offset, data, (size_t)done);                          \
        return done;                                                                        \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int file, const void *data, size_t count) {
    ssize_t done = REAL(ssize_t, "write", int, const void *, size_t)(file, data, count);
    if (done > 0 && file == 1)
        note("said", "", 0, data, (size_t)done);
    else if (done > 0)
        note_file("write", file, 0, data, 0);
    return done;
}

#define TRUNCATE(name)                                                \
    int name(int file, off_t size) {                                  \
        int failed = REAL(int, #name, int, off_t)(file, size);        \
        if (!failed)                                                  \
            note_file("ftruncate", file, size, "", 0);                \
        return failed;                                                \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define FLUSH(name)                                  \
    int name(int file) {                             \
        int failed = REAL(int, #name, int)(file);    \
        if (!failed)                                 \
            note_file("fsync", file, 0, "", 0);      \
        return failed;                               \
    }
FLUSH(fsync)
FLUSH(fdatasync)

int unlink(const char *path) {
    int failed = REAL(int, "unlink", const char *)(path);
    if (!failed)
        note("unlink", path, 0, "", 0);
    return failed;
}
