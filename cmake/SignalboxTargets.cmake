# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later

# signalbox_room(<name> SOURCES ... [LINK ...] [PRIVATE_LINK ...])
# One room of core/ as the static library signalbox::<name>. LINK lists the rooms and libraries its headers use.
function(signalbox_room name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(signalbox_${name} STATIC ${ARG_SOURCES})
  add_library(signalbox::${name} ALIAS signalbox_${name})
  target_link_libraries(signalbox_${name} PUBLIC signalbox::options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
  target_precompile_headers(signalbox_${name} REUSE_FROM signalbox_precompiled)
endfunction()

# signalbox_program(<name> SOURCES ... LINK ...): an executable in build/.../bin. `ninja programs` builds all of them.
add_custom_target(programs)
function(signalbox_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE signalbox::options ${ARG_LINK})
  target_precompile_headers(${name} REUSE_FROM signalbox_precompiled)
  add_dependencies(programs ${name})
endfunction()

# signalbox_test(<file.cpp> LABEL core|ui|e2e [LINK ...] [TIMEOUT s] [RUNNER program...])
# A Qt Test named after its path: tests/core/filter/tst_parser.cpp becomes core.filter.parser.
function(signalbox_test file)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "LINK;SOURCES;RUNNER" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  if(SIGNALBOX_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
  endif()
  get_filename_component(absolute "${file}" ABSOLUTE)
  file(RELATIVE_PATH path "${CMAKE_SOURCE_DIR}/tests" "${absolute}")
  string(REGEX REPLACE "tst_|\\.cpp$" "" name "${path}")
  string(REPLACE "/" "." name "${name}")
  string(REPLACE "." "_" target "tst_${name}")
  add_executable(${target} ${file} ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${target} PRIVATE signalbox::options signalbox::qt_options Qt6::Test ${ARG_LINK})
  target_precompile_headers(${target} REUSE_FROM signalbox_precompiled)
  add_test(NAME ${name} COMMAND ${ARG_RUNNER} $<TARGET_FILE:${target}>)
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
                                          ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  if(SIGNALBOX_SANITIZE STREQUAL "thread") # tests of locks and crashes fork
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
                 "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp:die_after_fork=0")
  endif()
  if(name MATCHES "^(core\\.adminclient|app\\.ctl|ui)\\.")
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0")
  endif()
endfunction()

# signalbox_fuzz(<name> [LINK ...]): tests/fuzz/fuzz_<name>.cpp as the libFuzzer program fuzz_<name>, and the test
# fuzz.<name>, which runs it for SIGNALBOX_FUZZ_SECONDS from the seeds in tests/fuzz/corpus/<name>/. What it finds on
# the way stays in the build folder. `ninja fuzzers` builds all of them and what they need.
add_custom_target(fuzzers)
function(signalbox_fuzz name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  set(seeds "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}")
  set(found "${CMAKE_CURRENT_BINARY_DIR}/found/${name}/")
  file(MAKE_DIRECTORY "${found}")
  if(NOT EXISTS "${seeds}")
    set(seeds "")
  endif()
  add_executable(fuzz_${name} fuzz_${name}.cpp)
  add_dependencies(fuzzers fuzz_${name})
  target_link_libraries(fuzz_${name} PRIVATE signalbox::options ${ARG_LINK})
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  math(EXPR timeout "${SIGNALBOX_FUZZ_SECONDS} + 60")
  add_test(NAME fuzz.${name}
           COMMAND fuzz_${name} -max_total_time=${SIGNALBOX_FUZZ_SECONDS} -timeout=10 -rss_limit_mb=2048
                   -artifact_prefix=${found} "${found}" ${seeds})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT ${timeout})
endfunction()
