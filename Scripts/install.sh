#!/bin/sh
# install.sh BINARY PREFIX installs Kabinet; install.sh --remove PREFIX takes away what that put there.
set -eu
binary=$1
prefix=$2

program=$prefix/bin/kabinet
data=$prefix/share/kabinet
manual=$prefix/share/man/man1/kabinet.1
bash=$prefix/share/bash-completion/completions/kabinet
zsh=$prefix/share/zsh/site-functions/_kabinet
fish=$prefix/share/fish/vendor_completions.d/kabinet.fish

rm -rf "$data"
if [ "$binary" = --remove ]; then
  rm -f "$program" "$manual" "$bash" "$zsh" "$fish"
  exit 0
fi

install -D "$binary" "$program"
(cd Fixtures && find catalogue city demo -type f) | while read -r file; do
  install -D --mode 644 "Fixtures/$file" "$data/$file"
done

# Puts standard input into a file that everybody may read.
put() {
  install -D --mode 644 /dev/stdin "$1"
}
"$binary" --generate-completion-script bash | put "$bash"
"$binary" --generate-completion-script zsh | put "$zsh"
"$binary" --generate-completion-script fish | put "$fish"
Scripts/manual.sh "$binary" | put "$manual"
echo "Kabinet is installed: $program"
