#pragma once
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

enum class AccountTask { list, add, password, remove };

struct AccountOptions {
    AccountTask what = AccountTask::list;
    std::string partnership;
    std::string name;
    std::string kind = "member"; ///< secretariat, member or auditor
    std::string title;
    std::vector<std::string> seats; ///< kp/7, or person:ID
};
/// Passwords are read from standard input. The partnership must not be served meanwhile.
int accounts(const Common& common, const AccountOptions& options);

} // namespace quorate::cli
