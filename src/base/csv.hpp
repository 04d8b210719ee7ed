#ifndef QUORATE_BASE_CSV_HPP
#define QUORATE_BASE_CSV_HPP
// Tables for spreadsheets.

#include <string>
#include <vector>

namespace quorate::base {

/// Adds a line of quoted fields (RFC 4180). A field a spreadsheet would run as a formula (it begins
/// with =, +, -, @, a tab or a return) gets an apostrophe in front.
void add_csv_line(std::string& out, const std::vector<std::string>& fields);

} // namespace quorate::base

#endif
