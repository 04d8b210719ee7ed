#ifndef QUORATE_CLI_COMMANDS_HPP
#define QUORATE_CLI_COMMANDS_HPP
// The commands of `quorate` as functions of their options. Each prints what it has to say and
// returns the exit status.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::cli {

using base::Result;

inline constexpr int yes = 0;
inline constexpr int no = 1;    ///< the answer is no, or it could not be done
inline constexpr int usage = 2; ///< the command was not understood

/// What every command may be told.
struct Common {
    std::string data; ///< folder of the partnerships
    std::string root; ///< folder with charters/, examples/ and data/; empty to look for it
};

struct PlayOptions {
    std::vector<std::string> files;
    bool quiet = false;
    bool json = false;
    std::string coverage; ///< file to write
};
int play(const Common& common, const PlayOptions& options);

struct CoverageOptions {
    std::vector<std::string> files; ///< written by play
    std::string gaps;               ///< the list of known gaps; empty for none
    bool write_gaps = false;        ///< print the gaps as such a list
};
int coverage(const Common& common, const CoverageOptions& options);

struct ActOptions {
    std::string partnership;
    std::string line;
    bool preview = false;
    bool json = false;
};
int act(const Common& common, const ActOptions& options);

struct ActsOptions {
    std::string name; ///< empty for all
    bool markdown = false;
    bool openapi = false; ///< print the OpenAPI document instead (serve.hpp)
};
int acts(const ActsOptions& options);

int charter_check(const Common& common, const std::vector<std::string>& files);
int charter_explain(const Common& common, const std::string& file);
int charter_diff(const std::string& a, const std::string& b);

struct InstantiateOptions {
    std::string model;               ///< charter file with holes
    std::vector<std::string> values; ///< name=value; charter=name among them
    std::string to;                  ///< file; standard output when empty
};
/// Model terms: their holes, a charter made from them, and how one departs from them.
int charter_holes(const std::string& file);
int charter_instantiate(const InstantiateOptions& options);
int charter_differences(const std::string& model, const std::string& file);
/// Keeps a charter's file with a partnership, for acts to cite and groups to be made from. It must
/// not be served meanwhile.
int charter_keep(const Common& common, const std::string& partnership, const std::string& file);
int calendar_check(const std::vector<std::string>& files);
int calendar_import(const Common& common, const std::string& partnership, const std::string& file);

struct DutiesOptions {
    std::string partnership;
    std::string on;   ///< a date; today by the partnership's clock when empty
    std::string body; ///< all when empty
    bool json = false;
};
int duties(const Common& common, const DutiesOptions& options);
int findings(const Common& common, const DutiesOptions& options);
int responsibilities(const Common& common, const DutiesOptions& options);
int succession(const Common& common, const DutiesOptions& options);

struct WhatIfOptions {
    std::string partnership;           ///< its name or folder, or a scenario's file
    std::vector<std::string> changes;  ///< "kp.quorum.at_least = 1/3 from 2008-07-01"
    std::vector<std::string> charters; ///< "FILE" or "FILE from 2008-07-01"
    bool strict = false;
    std::size_t limit = 100; ///< so many are explained
    bool json = false;
};
/// Returns `usage` when a change is not understood.
int whatif(const Common& common, const WhatIfOptions& options);

struct VerifyOptions {
    std::string file; ///< a ledger, bundle or proof, or a partnership's folder
    std::string checkpoint;
    std::string key;
};
int verify(const VerifyOptions& options);

struct ExportOptions {
    std::string partnership;
    std::string to;                    ///< file; standard output when empty
    std::optional<std::int64_t> proof; ///< the proof of this entry instead of the bundle
    std::optional<std::int64_t> older; ///< with it, that the record of so many entries is its start
    bool entries = false;              ///< the entries, one a line
};
int export_record(const Common& common, const ExportOptions& options);

struct InitOptions {
    std::string example;
    std::string name; ///< folder in the data folder; the example's name when empty
};
int init(const Common& common, const InitOptions& options);

struct RehearseOptions {
    std::string partnership;
    std::string name; ///< of the rehearsal
    std::string from; ///< the time its clock starts at
};
int rehearse(const Common& common, const RehearseOptions& options);

struct AccountOptions {
    std::string task = "list"; ///< see views::AccountTask
    std::string partnership;
    std::string name;
    std::string kind = "member"; ///< secretariat, member, partner, auditor or administrator
    std::optional<std::string> title;
    std::optional<std::string> email;
    std::optional<std::string> person;      ///< its id; empty: nobody any more
    std::vector<std::string> seats;         ///< kp/7
    std::vector<std::string> organisations; ///< their ids
    std::optional<std::string> last_day;    ///< 2026-11-30, or none
};
/// Passwords are read from standard input. A served partnership is reached through the server.
int accounts(const Common& common, const AccountOptions& options);

} // namespace quorate::cli

#endif
