// tests/support/run_process.h: running a program as a shell would.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace pressmark {

struct ProcessResult {
  int code = -1;  // exit code; 128 and the signal's number where a signal ended it
  std::string out;
  std::string err;
};

struct ProcessOptions {
  std::string input = {};                               // octets of standard input
  std::string folder = {};                              // working directory; empty: this one
  std::map<std::string, std::string> environment = {};  // added to this process's
  std::size_t most_file_bytes = 0;                      // RLIMIT_FSIZE; 0: none
  std::string output_file = {};                         // standard output goes there instead
  std::string error_file = {};                          // and standard error there
};

// Runs words[0] with the other words and waits for its end.
ProcessResult run_process(const std::vector<std::string>& words,
                          const ProcessOptions& options = {});

// Starts it without input and returns its process id; output that no file is named for is thrown
// away.
pid_t start_process(const std::vector<std::string>& words, const ProcessOptions& options = {});
// Waits for its end; the code as in ProcessResult.
int wait_for_process(pid_t process);

}  // namespace pressmark
