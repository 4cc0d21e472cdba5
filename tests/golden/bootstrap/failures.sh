# What bootstrap says on machines that lack something. The machine is played by a folder of commands, the only one in PATH.
set -u
cp "$ROOT/bootstrap" .
printf 'g++\nninja-build\n' >packages.txt
mkdir bin
for tool in cat chmod cp dirname mkdir rm sh tail awk nproc env; do ln -s "$(command -v $tool)" bin/$tool; done

# command_that NAME SHELL-CODE: a stand-in of that name
command_that() {
    printf '#!/bin/sh\n%s\n' "$2" >bin/"$1"
    chmod +x bin/"$1"
}

bootstrap() {
    PATH=$PWD/bin ./bootstrap "$@" 2>&1
    echo "exit code $?"
}

echo "-- no apt"
bootstrap deps

echo "-- all is there: apt is not asked"
command_that dpkg-query 'echo installed'
command_that apt-get 'echo "apt-get $*"; exit 100'
command_that id 'echo 0'
bootstrap deps

echo "-- no network"
command_that dpkg-query "case \$4 in g++) echo installed ;; esac"
command_that apt-get 'echo "E: Temporary failure resolving the mirror"; exit 100'
bootstrap deps

echo "-- neither root nor sudo"
command_that id 'echo 1000'
bootstrap deps

echo "-- sudo"
command_that sudo 'echo "sudo: $*"; exec "$@"'
command_that apt-get 'exit 0'
bootstrap deps
cat build/bootstrap.log

echo "-- no room for the build"
command_that dpkg-query 'echo installed'
command_that df 'printf "Filesystem 1M-blocks Used Available\n/dev/vda 100 58 42\n"'
bootstrap demo | sed "s|$PWD|HERE|"

echo "-- a word it does not know"
bootstrap install | tail -n 1
