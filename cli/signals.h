// cli/signals.h: interruption. Until a command asks to finish its work first, SIGINT and SIGTERM
// remove the temporary files and end the process; SIGPIPE and SIGXFSZ are ignored, so that a closed
// reader and a file over the size limit are errors of write().
#pragma once

namespace pressmark::cli {

void install_signal_handlers();

// While one of these lives, the first SIGINT or SIGTERM only sets interrupted(); the second ends
// the process as usual.
class FinishWorkOnInterrupt {
 public:
  FinishWorkOnInterrupt();
  ~FinishWorkOnInterrupt();
  FinishWorkOnInterrupt(const FinishWorkOnInterrupt&) = delete;
  FinishWorkOnInterrupt& operator=(const FinishWorkOnInterrupt&) = delete;

  // The signal that came, SIGINT or SIGTERM; 0 for none.
  int interrupted() const;
};

}  // namespace pressmark::cli
