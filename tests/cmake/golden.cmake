cmake_minimum_required(VERSION 3.25)
# One golden test: runs a command and compares exit code, standard output and standard error with what is expected, byte by byte.
#   COMMAND   program and arguments, a list
#   EXIT      the exit code
#   EXPECTED  path without suffix: <EXPECTED>.out and <EXPECTED>.err; no file: nothing may be written there
#   FOLDER    where the command is run
#   STDIN     file for standard input
#   WORK      an empty folder of its own; <WORK>/tmp is for the command
# With DATELINE_BLESS=1 in the environment the expected files are rewritten; review the difference before it is committed.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/tmp)
set(ENV{NO_COLOR} 1)
execute_process(COMMAND ${COMMAND} WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE exit INPUT_FILE ${STDIN}
                OUTPUT_FILE ${WORK}/actual.out ERROR_FILE ${WORK}/actual.err)

if(exit EQUAL 77 AND NOT EXIT EQUAL 77)
  file(READ ${WORK}/actual.err why)
  message("golden test skipped: ${why}")
  return()
endif()
list(JOIN COMMAND " " command)
if(NOT exit EQUAL EXIT)
  file(READ ${WORK}/actual.err text)
  message(FATAL_ERROR "${command}\nexit code ${exit}, not ${EXIT}; standard error was:\n${text}")
endif()

set(broken "")

foreach(stream out err)
  set(actual ${WORK}/actual.${stream})
  set(expected ${EXPECTED}.${stream})
  file(SIZE ${actual} size)
  if("$ENV{DATELINE_BLESS}")
    if(size EQUAL 0)
      file(REMOVE ${expected})
    else()
      configure_file(${actual} ${expected} COPYONLY)
    endif()
  elseif(size EQUAL 0 AND NOT EXISTS ${expected})
    # nothing expected, nothing written
  elseif(NOT EXISTS ${expected})
    file(READ ${actual} text LIMIT 2000)
    string(APPEND broken "nothing was expected in std${stream}, but there is:\n${text}\n")
  else()
    execute_process(COMMAND diff -u ${expected} ${actual} OUTPUT_VARIABLE difference RESULT_VARIABLE differs)
    if(differs)
      string(APPEND broken "${difference}")
    endif()
  endif()
endforeach()

if(broken)
  message(FATAL_ERROR "${command}\n${broken}")
endif()
