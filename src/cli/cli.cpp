#include "cli/cli.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#ifdef QUORATE_SERVES
#include "cli/serve.hpp"
#endif

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <functional>

namespace quorate::cli {
namespace {

/// The command line as a tree of commands, each with the function it runs.
class Commands {
public:
    Commands() : app_("Quorate runs a partnership by its own terms of reference.", "quorate") {
        const char* data = std::getenv("QUORATE_DATA");
        common_.data = data == nullptr || *data == '\0' ? "./var" : data;
        app_.require_subcommand(1);
        app_.set_version_flag("--version", QUORATE_VERSION);
        app_.add_option("--data", common_.data,
                        "Folder of the partnerships ($QUORATE_DATA, or ./var)");
        app_.add_option("--root", common_.root, "Folder with charters/, examples/ and data/");
        app_.fallthrough();
        add_serve();
        add_acts();
        add_scenarios();
        add_charters();
        add_standing();
        add_what_if();
        add_record();
        add_partnerships();
        add_accounts();
    }

    int run(int count, char** words) {
        try {
            app_.parse(count, words);
        } catch (const CLI::ParseError& error) {
            const bool asked = error.get_exit_code() == 0; // --help or --version
            if (!asked && count > 1 && unknown_command(words[1])) {
                return usage;
            }
            app_.exit(error);
            return asked ? yes : usage;
        }
        return chosen_ ? chosen_() : usage;
    }

private:
    /// Says so when the first word is no command.
    bool unknown_command(const std::string& word) {
        std::vector<std::string> names;
        for (const auto* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
            names.push_back(command->get_name());
        }
        const bool known = std::find(names.begin(), names.end(), word) != names.end();
        if (known || word.starts_with('-')) {
            return false;
        }
        const auto near = base::nearest(word, names);
        failed({"", "there is no command \"" + word + "\"",
                near.empty() ? "The commands are " + base::list_words(names)
                             : "Did you mean " + near + "?"});
        return true;
    }

    CLI::App* add(CLI::App& parent, const char* name, const char* help, std::function<int()> run) {
        auto* command = parent.add_subcommand(name, help);
        command->callback([this, run = std::move(run)] { chosen_ = run; });
        return command;
    }

    void add_serve() {
#ifdef QUORATE_SERVES
        auto* command = add(app_, "serve", "Serve the partnerships over HTTP",
                            [this] { return serve(common_, serve_); });
        command->add_option("--port", serve_.port, "Port")->capture_default_str();
        command->add_option("--address", serve_.address, "Address to listen on")
            ->capture_default_str();
        command->add_flag("--examples,!--no-examples", serve_.examples,
                          "Make the example partnerships on first use");
        command->add_flag(
            "--open-acts", serve_.open_acts,
            "Take acts as JSON from anyone on this machine, with no account. Without it JSON acts "
            "come "
            "only through quorate.sock in the data folder. Only with an address of this machine's "
            "own");
        command->add_option("--threads", serve_.threads, "Threads that answer requests")
            ->capture_default_str();
        command->add_flag("--https", serve_.tls,
                          "A proxy in front gives https: cookies are for https only");
        command->add_flag("--plain-sign-in", serve_.plain_sign_in,
                          "Let other machines sign in over plain http. For trials on a closed "
                          "network only: passwords can be read on the way");
        command->add_option("--public-url", serve_.public_url,
                            "How people reach the site, such as https://quorate.example.org");
        command->add_option("--smtp", serve_.smtp,
                            "Mail server: smtp://host:587 or smtps://host:465. Name and password "
                            "come from QUORATE_SMTP_USER and QUORATE_SMTP_PASSWORD");
        command->add_option("--mail-from", serve_.mail_from, "The sender's address of mail");
        command->add_flag("--quiet", serve_.quiet, "No line for each request");
#endif
    }

    void add_acts() {
        auto* one = add(app_, "act", "Submit one act, written as a line of a scenario",
                        [this] { return act(common_, act_); });
        one->add_option("partnership", act_.partnership,
                        "Its name in the data folder, or its folder")
            ->required();
        one->add_option("line", act_.line, "time actor act key=value ...")->required();
        one->add_flag("--preview", act_.preview, "Say what the ruling would be and record nothing");
        one->add_flag("--json", act_.json, "Print JSON");
        auto* list = add(app_, "acts", "List the acts, or show one with its fields", [this] {
#ifdef QUORATE_SERVES
            if (acts_.openapi) {
                return print_openapi();
            }
#endif
            return acts(acts_);
        });
        list->add_option("name", acts_.name, "Such as convene-meeting");
        list->add_flag("--markdown", acts_.markdown, "Print the whole reference");
#ifdef QUORATE_SERVES
        list->add_flag("--openapi", acts_.openapi,
                       "Print the OpenAPI document of the JSON interface");
#endif
    }

    void add_scenarios() {
        auto* command =
            add(app_, "play", "Play scenarios and compare each ruling with what is expected",
                [this] { return play(common_, play_); });
        command->add_option("files", play_.files, "Scenario files, or folders of them")->required();
        command->add_flag("--quiet", play_.quiet, "Print differences only");
        command->add_flag("--json", play_.json, "Print JSON");
        command->add_option("--coverage", play_.coverage, "Write what was exercised to this file");
        auto* table = add(app_, "coverage", "Show what scenarios exercise, and what none does",
                          [this] { return coverage(common_, coverage_); });
        table->add_option("files", coverage_.files, "Files written by play --coverage")->required();
        table->add_option("--gaps", coverage_.gaps,
                          "List of known gaps; a new gap, or a closed one, is a no");
        table->add_flag("--write-gaps", coverage_.write_gaps, "Print the gaps as such a list");
    }

    void add_models(CLI::App& charter) {
        add(charter, "holes", "List what is to be filled in in model terms",
            [this] { return charter_holes(first_); })
            ->add_option("file", first_, "Charter file")
            ->required();
        auto* make = add(charter, "instantiate", "Make a charter from model terms",
                         [this] { return charter_instantiate(instantiate_); });
        make->add_option("model", instantiate_.model, "Charter file with holes")->required();
        make->add_option("values", instantiate_.values,
                         "name=value for each hole, and charter=NAME for the new charter's name")
            ->required();
        make->add_option("-o,--to", instantiate_.to, "File to write");
        auto* compare = add(charter, "differences", "List how a charter departs from its model",
                            [this] { return charter_differences(first_, second_); });
        compare->add_option("model", first_, "Charter file with holes")->required();
        compare->add_option("file", second_, "Charter file made from it")->required();
    }

    void add_keep(CLI::App& charter) {
        auto* keep = add(charter, "keep", "Keep a charter with a partnership, such as model terms",
                         [this] { return charter_keep(common_, first_, second_); });
        keep->add_option("partnership", first_, "Its name in the data folder, or its folder")
            ->required();
        keep->add_option("file", second_, "Charter file")->required();
    }

    void add_charters() {
        auto* charter = app_.add_subcommand("charter", "Check, explain or compare charters");
        charter->require_subcommand(1);
        add(*charter, "check", "Report everything wrong, with its place",
            [this] { return charter_check(common_, files_); })
            ->add_option("files", files_, "Charter files")
            ->required();
        add(*charter, "explain", "Print each clause with its rule in plain words",
            [this] { return charter_explain(common_, first_); })
            ->add_option("file", first_, "Charter file")
            ->required();
        auto* diff = add(*charter, "diff", "Say what the second charter changes of the first",
                         [this] { return charter_diff(first_, second_); });
        diff->add_option("before", first_, "Charter file")->required();
        diff->add_option("after", second_, "Charter file")->required();
        add_models(*charter);
        add_keep(*charter);
        auto* calendar =
            app_.add_subcommand("calendar", "Check or import calendars of working days");
        calendar->require_subcommand(1);
        add(*calendar, "check", "Report what is wrong", [this] { return calendar_check(files_); })
            ->add_option("files", files_, "Calendar files")
            ->required();
        auto* bring = add(*calendar, "import", "Add a calendar to a partnership",
                          [this] { return calendar_import(common_, first_, second_); });
        bring->add_option("partnership", first_, "Its name in the data folder, or its folder")
            ->required();
        bring->add_option("file", second_, "Calendar file")->required();
    }

    void add_asked(CLI::App* command) {
        command
            ->add_option("partnership", standing_.partnership,
                         "Its name in the data folder, or its folder")
            ->required();
        command->add_option("--on", standing_.on,
                            "Date; today by the partnership's clock when left out");
        command->add_option("--body", standing_.body, "Only of this body");
        command->add_flag("--json", standing_.json, "Print JSON");
    }

    void add_standing() {
        add_asked(add(app_, "duties", "What each body owes, when, and whether it was done",
                      [this] { return duties(common_, standing_); }));
        add_asked(add(app_, "findings", "Where the terms, the register and the record do not agree",
                      [this] { return findings(common_, standing_); }));
        add_asked(add(app_, "responsibilities",
                      "Who is responsible for what, and how it came to them",
                      [this] { return responsibilities(common_, standing_); }));
        add_asked(add(app_, "succession", "Which body follows which, and what is left with nobody",
                      [this] { return succession(common_, standing_); }));
    }

    void add_what_if() {
        auto* command = add(app_, "whatif", "Say which verdicts would differ under other terms",
                            [this] { return whatif(common_, what_if_); });
        command
            ->add_option("partnership", what_if_.partnership,
                         "Its name in the data folder, its folder, or the file of a scenario")
            ->required();
        command->add_option("changes", what_if_.changes,
                            "Such as \"kp.quorum.at_least = 1/3 from 2008-07-01\", or "
                            "\"kent-partnership/I1 = not_counted\"");
        command->add_option("--charter", what_if_.charters,
                            "File of a charter in place of the one of its name or body; "
                            "\"FILE from 2008-07-01\" for a date");
        command->add_flag("--strict", what_if_.strict,
                          "Acts that would have had no effect have none afterwards either");
        command->add_option("--limit", what_if_.limit, "How many are explained")
            ->capture_default_str();
        command->add_flag("--json", what_if_.json, "Print JSON");
    }

    void add_record() {
        auto* check = add(app_, "verify", "Check a ledger, a bundle or a proof",
                          [this] { return verify(verify_); });
        check->add_option("file", verify_.file, "The file, or the folder of a partnership")
            ->required();
        check->add_option("--checkpoint", verify_.checkpoint,
                          "File of a signed checkpoint got elsewhere");
        check->add_option("--key", verify_.key, "Public key got elsewhere, or a file of it");
        auto* out = add(app_, "export", "Write the public bundle, one proof, or the entries",
                        [this] { return export_record(common_, export_); });
        out->add_option("partnership", export_.partnership,
                        "Its name in the data folder, or its folder")
            ->required();
        out->add_option("--to", export_.to, "File; standard output when left out");
        out->add_option("--proof", export_.proof, "The proof of the entry at this position");
        out->add_option("--older", export_.older,
                        "With --proof: and that the record of so many entries is its start");
        out->add_flag("--entries", export_.entries, "The entries, one a line");
    }

    void add_partnerships() {
        auto* make = add(app_, "init",
                         "Make a partnership from an example; without a name, list the examples",
                         [this] { return init(common_, init_); });
        make->add_option("example", init_.example, "Such as riverside");
        make->add_option("--name", init_.name,
                         "Folder in the data folder; the example's name when left out");
        auto* practice = add(app_, "rehearse", "Make a practice copy of a partnership",
                             [this] { return rehearse(common_, rehearse_); });
        practice
            ->add_option("partnership", rehearse_.partnership,
                         "Its name in the data folder, or its folder")
            ->required();
        practice->add_option("name", rehearse_.name, "Name of the rehearsal")->required();
        practice
            ->add_option("--from", rehearse_.from,
                         "Time its clock starts at, such as 2008-06-02T09:00")
            ->required();
    }

    CLI::App* add_account_task(CLI::App& account, const char* name, const char* help) {
        auto* command = add(account, name, help, [this, name] {
            accounts_.task = name;
            return accounts(common_, accounts_);
        });
        command
            ->add_option("partnership", accounts_.partnership,
                         "Its name in the data folder, or its folder")
            ->required();
        if (std::string_view(name) != "list") {
            auto* option = command->add_option("name", accounts_.name,
                                               "What is typed to sign in, such as a.example");
            if (std::string_view(name) != "invite") {
                option->required();
            }
        }
        return command;
    }

    /// What an account is tied to, and where its mail goes.
    void add_account_ties(CLI::App& command) {
        command.add_option("--person", accounts_.person,
                           "Of a member: the id of a person in the register");
        command.add_option("--seat", accounts_.seats, "Of a member: kp/7; repeat it");
        command.add_option("--organisation", accounts_.organisations,
                           "Of a partner: the id of an organisation; repeat it");
        command.add_option("--email", accounts_.email, "Where its mail goes");
        command.add_option("--title", accounts_.title, "What the account is called on pages");
        command.add_option("--last-day", accounts_.last_day,
                           "The last day it can sign in, such as 2026-11-30, or none; not of a "
                           "member");
    }

    void add_accounts() {
        auto* account = app_.add_subcommand("account", "Say who may sign in to a partnership");
        account->require_subcommand(1);
        add_account_task(*account, "list", "Every account");
        auto* make = add_account_task(*account, "add",
                                      "Make an account; the password is read from standard input");
        auto* invited =
            add_account_task(*account, "invite",
                             "Make an account and the link its owner enters by; the name may "
                             "be left out");
        for (auto* each : {make, invited}) {
            each->add_option("--kind", accounts_.kind,
                             "member, partner, secretariat, auditor or administrator")
                ->check(
                    CLI::IsMember({"member", "partner", "secretariat", "auditor", "administrator"}))
                ->capture_default_str();
            add_account_ties(*each);
        }
        add_account_ties(*add_account_task(
            *account, "change", "Change whom an account is for, its address, or its last day"));
        add_account_task(*account, "link", "Make a link that signs an account in once");
        add_account_task(*account, "reset",
                         "Make a link by which a new password is chosen, or the invitation again");
        add_account_task(*account, "password", "Change a password; it is read from standard input");
        add_account_task(*account, "sign-out", "End every session of an account");
        add_account_task(*account, "stop", "Let an account sign in no more");
        add_account_task(*account, "resume", "Let a stopped account sign in again");
        add_account_task(*account, "remove", "End an account and its sessions");
    }

    CLI::App app_;
    Common common_;
#ifdef QUORATE_SERVES
    ServeOptions serve_;
#endif
    ActOptions act_;
    ActsOptions acts_;
    PlayOptions play_;
    CoverageOptions coverage_;
    InstantiateOptions instantiate_;
    DutiesOptions standing_;
    WhatIfOptions what_if_;
    VerifyOptions verify_;
    ExportOptions export_;
    InitOptions init_;
    AccountOptions accounts_;
    RehearseOptions rehearse_;
    std::vector<std::string> files_;
    std::string first_;
    std::string second_;
    std::function<int()> chosen_;
};

} // namespace

int run(int count, char** words) {
    return Commands().run(count, words);
}

} // namespace quorate::cli
