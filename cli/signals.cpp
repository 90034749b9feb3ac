#include "cli/signals.h"

#include <atomic>
#include <csignal>

#include "cli/atomic_file.h"

namespace pressmark::cli {
namespace {

std::atomic<bool> finish_work = false;
std::atomic<int> pending_signal = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void handle_interrupt(int signal) {
  if (finish_work && pending_signal == 0) {
    pending_signal = signal;
    return;
  }
  remove_temporary_files();
  // End by the signal itself, so that a shell sees it (130, 143).
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void install_signal_handlers() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file over `ulimit -f` is an error of write(), too
  struct sigaction action {};
  action.sa_handler = handle_interrupt;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    // A shell starts background jobs with SIGINT ignored, and nohup does so with SIGHUP.
    if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
}

FinishWorkOnInterrupt::FinishWorkOnInterrupt() { finish_work = true; }
FinishWorkOnInterrupt::~FinishWorkOnInterrupt() { finish_work = false; }
int FinishWorkOnInterrupt::interrupted() const { return pending_signal; }

}  // namespace pressmark::cli
