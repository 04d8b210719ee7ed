#ifndef QUORATE_WEB_MEETINGS_RESTRICTION_HPP
#define QUORATE_WEB_MEETINGS_RESTRICTION_HPP
// Restricting papers: the fields of it, and the page where a restriction is set, kept or lifted.

#include "partnership/workspace/restricted_uploads.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// "Restrict them": exemption, reason and review date, to be opened on demand; open when something
/// stands in them. The fields are "exemption", "reason" and "review".
html::Html restriction_fields(const FormState& state);
/// What those fields say; nothing when all are empty. What is missing or would be refused goes into
/// the errors of `state`.
std::optional<partnership::UploadRestriction>
read_restriction(const DeskVisit& visit, std::optional<std::int64_t> item, FormState& state);

/// The act that puts a restriction on record.
ActAsked restrict_act(const DeskVisit& visit, std::int64_t number, std::optional<std::int64_t> item,
                      const std::string& digest, const partnership::UploadRestriction& restriction);

http::Response restriction_page(const DeskVisit& visit);
http::Response change_restriction(const DeskVisit& visit);

} // namespace quorate::web

#endif
