# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DLUPDATE=... -DROOT=... -DSCRATCH=... -P translations.cmake: fails where no texts are found, in the sources or in
# a language's file.
execute_process(COMMAND ${LUPDATE} -silent ${ROOT}/ui ${ROOT}/app/signalbox -ts ${SCRATCH}/fresh.ts
                ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(GLOB languages ${ROOT}/translations/*.ts)
foreach(file ${SCRATCH}/fresh.ts ${languages})
  file(READ ${file} text)
  string(REGEX MATCHALL "<source>" found "${text}")
  list(LENGTH found count)
  message(STATUS "${file}: ${count} texts")
  if(count LESS 100)
    message(FATAL_ERROR "${file}: ${count} texts; ninja update_translations takes them from the sources")
  endif()
endforeach()
