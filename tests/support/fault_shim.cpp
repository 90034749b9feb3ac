// A library to preload into a program under test: the n-th call that changes files below a folder
// fails, or kills the program in the middle of it.
//
// PRESSMARK_FAULT_BELOW  the folder (as the program names it); other calls are not counted
// PRESSMARK_FAULT_AT     which call, from 1
// PRESSMARK_FAULT        "kill", or the errno value with which the call fails
// PRESSMARK_FAULT_MARK   a file that is made when the fault happens, with the name of the call
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <class Function>
Function* original(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

const char* setting(const char* name) {
  const char* value = ::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_below(const char* path) {
  const char* folder = setting("PRESSMARK_FAULT_BELOW");
  const std::size_t length = ::strlen(folder);
  return length > 0 && path != nullptr && ::strncmp(path, folder, length) == 0;
}

bool is_below(int descriptor) {
  char path[4096] = {};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  return ::readlink(link.c_str(), path, sizeof path - 1) > 0 && is_below(path);
}

void mark(const char* call) {
  static const auto open_file = original<int(const char*, int, ...)>("open");
  static const auto write_file = original<ssize_t(int, const void*, size_t)>("write");
  const int file = open_file(setting("PRESSMARK_FAULT_MARK"), O_WRONLY | O_CREAT, 0666);
  if (file < 0) return;
  (void)!write_file(file, call, ::strlen(call));
  ::close(file);
}

// Whether this call is the one. Does not return where the fault is a kill, unless `before_kill`
// (what the call does by half) is to be done first.
bool is_fault(const char* call, void (*before_kill)(void*) = nullptr, void* argument = nullptr) {
  static std::atomic<long> calls = 0;
  if (++calls != ::atol(setting("PRESSMARK_FAULT_AT"))) return false;
  mark(call);
  if (::strcmp(setting("PRESSMARK_FAULT"), "kill") == 0) {
    if (before_kill != nullptr) before_kill(argument);
    ::kill(::getpid(), SIGKILL);
    ::pause();
  }
  errno = ::atoi(setting("PRESSMARK_FAULT"));
  return true;
}

struct HalfWrite {
  int descriptor;
  const void* octets;
  size_t size;
};

void write_half(void* argument) {
  static const auto call = original<ssize_t(int, const void*, size_t)>("write");
  const auto* half = static_cast<HalfWrite*>(argument);
  (void)!call(half->descriptor, half->octets, half->size / 2);
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* octets, size_t size) {
  static const auto call = original<ssize_t(int, const void*, size_t)>("write");
  HalfWrite half{descriptor, octets, size};
  if (is_below(descriptor) && is_fault("write", write_half, &half)) return -1;
  return call(descriptor, octets, size);
}

ssize_t pwrite64(int descriptor, const void* octets, size_t size, off64_t offset) {
  static const auto call = original<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (is_below(descriptor) && is_fault("pwrite")) return -1;
  return call(descriptor, octets, size, offset);
}

int fsync(int descriptor) {
  static const auto call = original<int(int)>("fsync");
  if (is_below(descriptor) && is_fault("fsync")) return -1;
  return call(descriptor);
}

int fdatasync(int descriptor) {
  static const auto call = original<int(int)>("fdatasync");
  if (is_below(descriptor) && is_fault("fdatasync")) return -1;
  return call(descriptor);
}

int syncfs(int descriptor) {
  static const auto call = original<int(int)>("syncfs");
  if (is_below(descriptor) && is_fault("syncfs")) return -1;
  return call(descriptor);
}

int rename(const char* from, const char* to) {
  static const auto call = original<int(const char*, const char*)>("rename");
  if (is_below(to) && is_fault("rename")) return -1;
  return call(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  static const auto call = original<int(int, const char*, int, const char*, unsigned)>("renameat2");
  if (is_below(to) && is_fault("renameat2")) return -1;
  return call(from_folder, from, to_folder, to, flags);
}

int link(const char* from, const char* to) {
  static const auto call = original<int(const char*, const char*)>("link");
  if (is_below(to) && is_fault("link")) return -1;
  return call(from, to);
}

int mkdir(const char* path, mode_t mode) {
  static const auto call = original<int(const char*, mode_t)>("mkdir");
  if (is_below(path) && is_fault("mkdir")) return -1;
  return call(path, mode);
}

int unlink(const char* path) {
  static const auto call = original<int(const char*)>("unlink");
  if (is_below(path) && is_fault("unlink")) return -1;
  return call(path);
}

int rmdir(const char* path) {
  static const auto call = original<int(const char*)>("rmdir");
  if (is_below(path) && is_fault("rmdir")) return -1;
  return call(path);
}

int remove(const char* path) {
  static const auto call = original<int(const char*)>("remove");
  if (is_below(path) && is_fault("remove")) return -1;
  return call(path);
}

int open(const char* path, int flags, ...) {
  static const auto call = original<int(const char*, int, ...)>("open");
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if ((flags & O_CREAT) != 0 && is_below(path) && is_fault("open")) return -1;
  return call(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  static const auto call = original<int(const char*, int, ...)>("open64");
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if ((flags & O_CREAT) != 0 && is_below(path) && is_fault("open")) return -1;
  return call(path, flags, mode);
}

}  // extern "C"
