// cli/worker_process.h: a process of its own that works on items one after the other, so that a
// crash, a hang or the want of memory costs the item at hand and nothing else.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/batch_worker.h"
#include "converters/archive/durable_files.h"

namespace pressmark::cli {

// A child forked from this process, which must have no other threads at that time. It shares what
// this process has loaded already, ignores SIGINT, SIGTERM and SIGHUP, as this process decides what
// to do about them, and ends with it.
class WorkerProcess {
 public:
  // `inherited` are this process's ends of the other workers' sockets, which the child must not
  // keep open. `memory_limit` bounds its data segment and private mappings (RLIMIT_DATA), in
  // octets; 0: as it is. Fails with ErrorKind::limit where the system allows no further process.
  static Result<WorkerProcess> start(const ItemWorker& worker, std::size_t memory_limit,
                                     const std::vector<int>& inherited);
  WorkerProcess(WorkerProcess&&) noexcept = default;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  // Ends the process at once and removes its temporary files.
  ~WorkerProcess();

  int descriptor() const { return socket_.get(); }  // readable when there is an answer or an end

  // False where the process has ended.
  bool send(const BatchItem& item, const std::string& name);
  // Takes what has come. The outcome once it is whole; an error that says how the process ended
  // where it did; neither while there is more to come.
  struct Answer {
    std::optional<ItemOutcome> outcome;
    std::optional<Error> end;
  };
  Answer receive();

 private:
  WorkerProcess(pid_t process, files::FileHandle socket)
      : process_(process), socket_(std::move(socket)) {}

  Error wait_for_end();

  pid_t process_ = 0;  // 0: it has ended
  files::FileHandle socket_;
  std::string received_;
};

}  // namespace pressmark::cli
