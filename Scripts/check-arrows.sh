#!/bin/sh
# Proves the layout of docs/architecture.md from the import lines, and that nobody uses what the house
# rules leave out. Prints file:line and the reason of everything that is wrong; then exits with 1.
set -eu
cd "$(dirname "$0")/.."

# What a module may import besides what it defines. A module that is not listed may import nothing.
allowed() {
  case $1 in
    Cabinet) ;;
    CityOffice) echo Cabinet ;;
    CabinetStore) echo Cabinet CLinux CSodium Glibc ;;
    CabinetServices) echo Cabinet CityOffice CabinetStore CStemmer FoundationEssentials Glibc ;;
    Terminal) echo CTerminal Glibc ;;
    TerminalUI) echo Terminal ;;
    CabinetScreens) echo Cabinet CabinetServices Terminal TerminalUI ;;
    StoreTorture) echo Cabinet CabinetStore Glibc ;;
    Tape) echo Terminal ;;
    PseudoTerminal) echo CTerminal Glibc Tape Terminal ;;
    kabinet)
      echo ArgumentParser Cabinet CabinetScreens CabinetServices CabinetStore CityOffice \
        FoundationEssentials Glibc PseudoTerminal Tape Terminal TerminalUI
      ;;
    kabinet-torture) echo ArgumentParser Cabinet CabinetStore FoundationEssentials Glibc StoreTorture ;;
    kabinet-bench)
      echo Cabinet CabinetServices CabinetStore CityOffice FoundationEssentials Glibc \
        PseudoTerminal Terminal
      ;;
  esac
}

# Import lines as `file:line:Module`, whatever stands before or after: attributes, access, kinds, submodules.
imports() {
  grep --recursive --line-number --extended-regexp --include='*.swift' \
    '^[[:space:]]*(@[[:alnum:]_()]+[[:space:]]+)*((public|package|internal|fileprivate|private)[[:space:]]+)?import[[:space:]]' \
    "$1" | sed -E \
    's/^([^:]+:[0-9]+):.*import[[:space:]]+((struct|class|enum|protocol|func|var|let|typealias)[[:space:]]+)?([[:alnum:]_]+).*/\1:\4/'
}

arrows() {
  for folder in Sources/*/; do
    module=$(basename "$folder")
    permitted=" $(allowed "$module") "
    imports "$folder" | while IFS=: read -r file line import; do
      case $permitted in
        *" $import "*) ;;
        *) echo "$file:$line: $module may not import $import" ;;
      esac
    done
  done
}

# ncurses belongs to one file of C.
curses() {
  grep --recursive --line-number --extended-regexp '#[[:space:]]*include[[:space:]]*<(n?curses|term\.h)' \
    Sources | grep --invert-match '^Sources/CTerminal/screen\.c:' |
    sed -E 's/^([^:]+:[0-9]+):.*/\1: only CTerminal\/screen.c may see ncurses/'
}

words() {
  for word in 'try!' '@unchecked Sendable' 'nonisolated(unsafe)' 'Date()'; do
    grep --recursive --line-number --fixed-strings --include='*.swift' "$word" Sources |
      grep --invert-match --extended-regexp '^[^:]+:[0-9]+:[[:space:]]*//' |
      sed -E 's/^([^:]+:[0-9]+):.*/\1/' | while read -r place; do
      echo "$place: $word is not used here"
    done
  done
}

# What is printed passes `DisplayText` or `PrintableJSON`, so the library's own ways out are closed.
outputs() {
  grep --recursive --line-number --extended-regexp --include='*.swift' \
    'Swift\.print|(^|[^[:alnum:]_.])(debugPrint|dump|puts|fputs|putchar|fwrite|fprintf|vprintf)\(|FileHandle' \
    Sources | grep --invert-match --extended-regexp \
    '^Sources/(kabinet/Output/Output\.swift|kabinet-[a-z]+/)|^[^:]+:[0-9]+:[[:space:]]*//' |
    sed -E 's/^([^:]+:[0-9]+):.*/\1: print with print, StandardOutput, StandardError or JSONOutput/'
  grep --recursive --line-number --extended-regexp --include='*.swift' '(^|[^[:alnum:]_.])print\(' \
    Sources | grep --invert-match --extended-regexp \
    '^Sources/(kabinet/|kabinet-[a-z]+/|PseudoTerminal/Emulation/)|^[^:]+:[0-9]+:[[:space:]]*//|func print\(' |
    sed -E 's/^([^:]+:[0-9]+):.*/\1: only commands print/'
}

findings=$(arrows; outputs || true; curses || true; words || true)
[ -z "$findings" ] || { printf '%s\n' "$findings"; exit 1; }
