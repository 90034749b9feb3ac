// cli/main.cpp: the process around the command: arguments, signals, exit code.
#include "cli/run.h"
#include "cli/signals.h"
#include "converters/formats.h"

int main(int argc, char** argv) {
  using namespace pressmark;
  cli::install_signal_handlers();
  cli::Console console;
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(cli::run(words, all_formats(), console));
}
