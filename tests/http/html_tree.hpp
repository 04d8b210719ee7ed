#ifndef QUORATE_TESTS_HTTP_HTML_TREE_HPP
#define QUORATE_TESTS_HTTP_HTML_TREE_HPP
// A plain form of an HTML fragment in which only what matters differs: for comparing two
// renderings.

#include <string>

namespace quorate::html_tests {

/// One line an element or text, indented; attributes sorted, classes split and sorted, white space
/// collapsed, empty text left out.
std::string html_tree(const std::string& html);

} // namespace quorate::html_tests

#endif
