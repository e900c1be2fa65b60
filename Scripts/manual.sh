#!/bin/sh
# Writes the manual page of the program given to standard output: what --help says of every command.
set -eu
kabinet=$1

# Text as roff takes it literally.
literal() {
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\\&&/"
}

# The names of the commands within a command.
commands_of() {
  "$kabinet" help "$@" | sed -n '/^SUBCOMMANDS:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p'
}

describe() {
  printf '.SS kabinet %s\n.nf\n' "$*"
  "$kabinet" help "$@" | sed '/^SUBCOMMANDS:/,$ d' | literal
  printf '.fi\n'
  for command in $(commands_of "$@"); do describe "$@" "$command"; done
}

cat <<END
.TH KABINET 1 "" "Kabinet $("$kabinet" --version)" "User Commands"
.SH NAME
kabinet \\- a city resident's personal cabinet in a terminal
.SH SYNOPSIS
.B kabinet
.RI [ COMMAND ]
.RI [ OPTIONS ]
.SH DESCRIPTION
.nf
END
"$kabinet" --help | sed -e '/^USAGE:/,$ d' -e 's/^OVERVIEW: //' | literal
printf '.fi\n.SH COMMANDS\n'
for command in $(commands_of); do describe "$command"; done
printf '.SH KEYS\nEverywhere, then by place; the help (?) lists those of a screen. keys.json gives actions other keys.\n.PP\n.nf\n'
"$kabinet" keys --lang en | literal
printf '.fi\n'
cat <<'END'
.SH ENVIRONMENT
.TP
.B KABINET_STORE
The folder of the store, where \-\-store does not name one.
.TP
.B KABINET_FIXTURES
The folder of the catalogue and the demonstration, where they do not lie beside the program.
.TP
.B XDG_DATA_HOME
The folder in which the stores kabinet and kabinet\-demo are kept; ~/.local/share where it is not set.
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
English where the first that is set begins with en, else Russian.
.TP
.B XDG_CONFIG_HOME
The folder in which kabinet/settings.json and kabinet/keys.json are kept; ~/.config where it is not set.
.TP
.BR TERM ", " COLORTERM ", " COLORFGBG ", " NO_COLOR
The kind of the terminal, its colours and its paper; no colours where NO_COLOR is not empty.
END
