#include "tests/support/run_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

void redirect(const std::string& path, int flags, int descriptor) {
  const int file = ::open(path.c_str(), flags, 0600);
  if (file < 0) ::_exit(126);
  ::dup2(file, descriptor);
  ::close(file);
}

pid_t start(const std::vector<std::string>& words, const ProcessOptions& options,
            const std::string& input_file) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t process = ::fork();
  if (process != 0) return process;
  ::signal(SIGPIPE, SIG_DFL);
  redirect(input_file, O_RDONLY, STDIN_FILENO);
  redirect(options.output_file.empty() ? "/dev/null" : options.output_file, O_WRONLY | O_CREAT,
           STDOUT_FILENO);
  redirect(options.error_file.empty() ? "/dev/null" : options.error_file, O_WRONLY | O_CREAT,
           STDERR_FILENO);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
  for (const auto& [name, value] : options.environment) {
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  if (options.most_file_bytes > 0) {
    const rlimit limit{options.most_file_bytes, options.most_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

pid_t start_process(const std::vector<std::string>& words, const ProcessOptions& options) {
  return start(words, options, "/dev/null");
}

int wait_for_process(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

ProcessResult run_process(const std::vector<std::string>& words, const ProcessOptions& options) {
  // Files and not pipes: nothing can block, whatever the program reads and writes.
  const TemporaryFolder folder;
  ProcessOptions files = options;
  if (files.output_file.empty()) files.output_file = folder / "out";
  files.error_file = folder / "err";
  ProcessResult result;
  result.code = wait_for_process(start(words, files, folder.write("in", options.input)));
  result.out = read_file_octets(folder / "out");
  result.err = read_file_octets(folder / "err");
  return result;
}

}  // namespace pressmark
