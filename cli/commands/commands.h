// cli/commands/commands.h: what each command does; one file for each in this folder.
#pragma once

#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/settings.h"
#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// What a command works with. Outlives it.
struct Session {
  const Formats& formats;
  Console& console;
};

// Each returns the exit code of what it did, or the error that stopped it (which the caller shows).
Result<ExitCode> run_archive(const Settings& settings, Session& session);
Result<ExitCode> run_batch(const Settings& settings, Session& session);
Result<ExitCode> run_check(const Settings& settings, Session& session);
Result<ExitCode> run_cite(const Settings& settings, Session& session);
Result<ExitCode> run_convert(const Settings& settings, Session& session);
Result<ExitCode> run_inspect(const Settings& settings, Session& session);
Result<ExitCode> run_meta(const Settings& settings, Session& session);
Result<ExitCode> run_formats(const Settings& settings, Session& session);
Result<ExitCode> run_diff(const Settings& settings, Session& session);
Result<ExitCode> run_export(const Settings& settings, Session& session);
Result<ExitCode> run_find(const Settings& settings, Session& session);
Result<ExitCode> run_get(const Settings& settings, Session& session);
Result<ExitCode> run_import(const Settings& settings, Session& session);
Result<ExitCode> run_list(const Settings& settings, Session& session);
Result<ExitCode> run_opds(const Settings& settings, Session& session);
Result<ExitCode> run_reindex(const Settings& settings, Session& session);
Result<ExitCode> run_repair(const Settings& settings, Session& session);
Result<ExitCode> run_show(const Settings& settings, Session& session);
Result<ExitCode> run_verify(const Settings& settings, Session& session);
Result<ExitCode> run_versions(const Settings& settings, Session& session);

}  // namespace pressmark::cli
