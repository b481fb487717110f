// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

namespace signalbox::ctl {
namespace {

// Each asks the program itself, so that it knows what this version knows, and the manager's names with it.
constexpr const char* kBash = R"sh(# signalboxctl for bash: source <(signalboxctl completion bash)
_signalboxctl() {
    local line IFS=$'\n'
    COMPREPLY=()
    # "=" is a word of its own to bash: --name = value goes back into one.
    local words=() word at
    for ((at = 1; at <= COMP_CWORD; ++at)); do
        word=${COMP_WORDS[at]}
        if [[ $word == = || ( ${#words[@]} -gt 0 && ${words[-1]} == --*= ) ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
    done
    for line in $("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null); do
        line=${line%%$'\t'*}
        [[ ${words[-1]} == --*=* ]] && line=${line#*=}
        COMPREPLY+=("$(printf '%q' "$line")")
    done
}
complete -o default -F _signalboxctl signalboxctl
)sh";

constexpr const char* kZsh = R"sh(#compdef signalboxctl
# signalboxctl for zsh: source <(signalboxctl completion zsh)
_signalboxctl() {
    local -a found described
    local line
    found=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    for line in $found; do
        described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    if (( ${#described} )); then
        _describe -o 'signalboxctl' described
    else
        _files
    fi
}
if [ "$funcstack[1]" = "_signalboxctl" ]; then
    _signalboxctl "$@"
else
    compdef _signalboxctl signalboxctl
fi
)sh";

constexpr const char* kFish = R"sh(# signalboxctl for fish: signalboxctl completion fish | source
function __signalboxctl_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete $words[2..-1] 2>/dev/null
end
complete -c signalboxctl -a '(__signalboxctl_complete)'
)sh";

struct CompletionArguments {
    std::string shell;
};

Result<ExitCode> printScript(Context& context, const CompletionArguments& arguments) {
    context.screen.print(arguments.shell == "bash" ? kBash : arguments.shell == "zsh" ? kZsh : kFish);
    return ExitCode::ok;
}

}  // namespace

void addCompletionCommands(CLI::App& app, Chosen& chosen) {
    addCommand<CompletionArguments>(
        app, chosen, "completion", "Print what makes a shell complete commands, options and names",
        [](CLI::App& command, CompletionArguments& arguments) {
            command.add_option("SHELL", arguments.shell, "For which shell")
                ->required()
                ->check(CLI::IsMember({"bash", "zsh", "fish"}));
        },
        printScript);
}

}  // namespace signalbox::ctl
