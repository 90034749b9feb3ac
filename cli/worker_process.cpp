#include "cli/worker_process.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/atomic_file.h"

namespace pressmark::cli {
namespace {

using Json = nlohmann::json;

// A message is its length in eight octets, then a CBOR object: its strings may be any octets.
using Length = std::uint64_t;

Bytes packed(const Json& object) {
  const std::vector<std::uint8_t> octets = Json::to_cbor(object);
  const Length length = octets.size();
  Bytes message(sizeof length, '\0');
  std::memcpy(message.data(), &length, sizeof length);
  message.append(octets.begin(), octets.end());
  return message;
}

// Takes the first message out of what was received; null until it is whole.
Json unpacked(Bytes& received) {
  Length length = 0;
  if (received.size() < sizeof length) return {};
  std::memcpy(&length, received.data(), sizeof length);
  if (received.size() - sizeof length < length) return {};
  const auto begin = received.begin() + sizeof length;
  Json object = Json::from_cbor(begin, begin + static_cast<std::ptrdiff_t>(length));
  received.erase(0, sizeof length + length);
  return object;
}

// No SIGPIPE where the other side is gone: send() says so.
bool send_all(int socket, std::string_view octets) {
  while (!octets.empty()) {
    const ssize_t sent = ::send(socket, octets.data(), octets.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    octets.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// Appends what there is; false at the end.
bool receive_some(int socket, Bytes& received) {
  std::array<char, 65536> piece;
  ssize_t count = 0;
  do {
    count = ::recv(socket, piece.data(), piece.size(), 0);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return false;
  received.append(piece.data(), static_cast<std::size_t>(count));
  return true;
}

Json item_message(const BatchItem& item, const std::string& name) {
  Json object = {{"id", item.id},
                 {"path", item.path},
                 {"entry", item.entry},
                 {"source_name", item.source_name},
                 {"last_line", item.last_line},
                 {"name", name}};
  if (item.content) object["content"] = *item.content;
  if (!item.record.empty()) object["record"] = item.record;
  if (!item.settings.empty()) {
    object["settings"] =
        std::map<std::string, std::vector<std::string>>(item.settings.begin(), item.settings.end());
  }
  if (item.error) {
    object["error"] = {static_cast<int>(item.error->kind()), item.error->message(),
                       item.error->remedy()};
  }
  return object;
}

BatchItem item_of(const Json& message) {
  BatchItem item;
  item.id = message.at("id").get<std::string>();
  item.path = message.at("path").get<std::string>();
  item.entry = message.at("entry").get<std::string>();
  item.source_name = message.at("source_name").get<std::string>();
  item.last_line = message.at("last_line").get<std::string>();
  if (message.contains("content")) item.content = message["content"].get<std::string>();
  item.record = message.value("record", std::string());
  if (message.contains("settings")) {
    for (const auto& [name, values] : message["settings"].items()) {
      item.settings[name] = values.get<std::vector<std::string>>();
    }
  }
  if (message.contains("error")) {
    const Json& error = message["error"];
    item.error = Error(static_cast<ErrorKind>(error[0].get<int>()), error[1].get<std::string>(),
                       error[2].get<std::string>());
  }
  return item;
}

Json outcome_message(const ItemOutcome& outcome) {
  return {{"status", static_cast<int>(outcome.status)},
          {"id", outcome.id},
          {"line", outcome.line},
          {"error", outcome.error},
          {"out_of_memory", outcome.out_of_memory}};
}

ItemOutcome outcome_of(const Json& message) {
  return {static_cast<ItemOutcome::Status>(message.at("status").get<int>()),
          message.at("id").get<std::string>(), message.at("line").get<std::string>(),
          message.at("error").get<std::string>(), message.at("out_of_memory").get<bool>()};
}

void limit_memory(std::size_t octets) {
  if (octets == 0) return;
  struct rlimit limit {};
  ::getrlimit(RLIMIT_DATA, &limit);
  limit.rlim_cur = std::min<rlim_t>(octets, limit.rlim_max);
  ::setrlimit(RLIMIT_DATA, &limit);
}

// What the child does until its socket is closed. A process that ran out of memory once may have
// little left of it: it ends, and the next item gets a new one. What escapes ends it, too: it must
// not go on as if it were the process it was forked from.
[[noreturn]] void work(const ItemWorker& worker, int socket) noexcept {
  Bytes received;
  while (receive_some(socket, received)) {
    const Json message = unpacked(received);
    if (message.is_null()) continue;
    const ItemOutcome outcome =
        worker.work_on(item_of(message), message.at("name").get<std::string>());
    if (!send_all(socket, packed(outcome_message(outcome))) || outcome.out_of_memory) break;
  }
  ::_exit(0);
}

std::string signal_text(int signal) {
  const char* name = ::sigabbrev_np(signal);
  const char* description = ::sigdescr_np(signal);
  if (name == nullptr || description == nullptr) return fmt::format("signal {}", signal);
  return fmt::format("SIG{}: {}", name, description);
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const ItemWorker& worker, std::size_t memory_limit,
                                           const std::vector<int>& inherited) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return Error(ErrorKind::limit, "cannot start a worker process: " + files::system_reason(errno));
  }
  files::FileHandle own(ends[0]);
  const files::FileHandle other(ends[1]);
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process < 0) {
    return Error(ErrorKind::limit, "cannot start a worker process: " + files::system_reason(errno));
  }
  if (process == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);  // it ended before the line above
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
    for (const int descriptor : inherited) ::close(descriptor);
    own.close();
    limit_memory(memory_limit);
    work(worker, other.get());
  }
  return WorkerProcess(process, std::move(own));
}

WorkerProcess::~WorkerProcess() {
  if (!socket_.is_open() || process_ == 0) return;
  ::kill(process_, SIGKILL);
  (void)wait_for_end();
}

bool WorkerProcess::send(const BatchItem& item, const std::string& name) {
  return send_all(socket_.get(), packed(item_message(item, name)));
}

WorkerProcess::Answer WorkerProcess::receive() {
  if (!receive_some(socket_.get(), received_)) return {{}, wait_for_end()};
  const Json message = unpacked(received_);
  if (message.is_null()) return {};
  return {outcome_of(message), {}};
}

Error WorkerProcess::wait_for_end() {
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
  remove_temporary_files_of(process_);
  process_ = 0;
  if (WIFSIGNALED(status)) {
    return Error(ErrorKind::internal,
                 "the conversion crashed (" + signal_text(WTERMSIG(status)) + ")",
                 "please report it with the input");
  }
  return Error(ErrorKind::internal,
               fmt::format("the conversion ended the process with code {}", WEXITSTATUS(status)),
               "please report it with the input");
}

}  // namespace pressmark::cli
