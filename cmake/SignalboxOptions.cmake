# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Flags live in two INTERFACE targets; no directory-wide flags.
add_library(signalbox_options INTERFACE)
add_library(signalbox::options ALIAS signalbox_options)
target_compile_features(signalbox_options INTERFACE cxx_std_20)
target_include_directories(signalbox_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(
  signalbox_options INTERFACE BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION
                              SIGNALBOX_VERSION="${PROJECT_VERSION}")
# One precompiled header serves every target, so what it depends on is the same everywhere: position-independent code
# as Qt asks for, and how the libraries in it are linked.
target_compile_definitions(
  signalbox_options INTERFACE $<TARGET_PROPERTY:Boost::json,INTERFACE_COMPILE_DEFINITIONS>
                              $<TARGET_PROPERTY:Boost::container,INTERFACE_COMPILE_DEFINITIONS>
                              $<TARGET_PROPERTY:fmt::fmt,INTERFACE_COMPILE_DEFINITIONS>)
if(NOT MSVC)
  target_compile_options(signalbox_options INTERFACE -fPIC)
  target_compile_options(
    signalbox_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wold-style-cast
                                -Woverloaded-virtual -Wsuggest-override)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 takes the aligned_alloc and free of Asio's coroutine frames for a mismatch, in every other coroutine.
    # It also finds std::string's own copying out of bounds, now here, now there; AddressSanitizer knows better.
    target_compile_options(signalbox_options INTERFACE -Wno-mismatched-new-delete -Wno-array-bounds -Wno-restrict
                                                       -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
  if(SIGNALBOX_WERROR)
    target_compile_options(signalbox_options INTERFACE -Werror)
  endif()
endif()
if(SIGNALBOX_FUZZ)
  target_compile_options(signalbox_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(SIGNALBOX_SANITIZE)
  target_compile_options(signalbox_options INTERFACE -fsanitize=${SIGNALBOX_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(signalbox_options INTERFACE -fsanitize=${SIGNALBOX_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # With sanitizers GCC 12 no longer sees which member of a Result is set.
    target_compile_options(signalbox_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  if(SIGNALBOX_SANITIZE MATCHES "undefined")
    # These double the compile time of GCC and find, beside AddressSanitizer and on our machines, next to nothing.
    target_compile_options(signalbox_options INTERFACE -fno-sanitize=null,alignment,object-size,vptr)
  endif()
  if(SIGNALBOX_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(signalbox_options INTERFACE -Wno-tsan)
  endif()
  if(SIGNALBOX_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(signalbox_options INTERFACE -fno-sanitize=function)
  endif()
endif()

add_library(signalbox_precompiled STATIC cmake/pch/precompiled.cpp)
target_link_libraries(signalbox_precompiled PRIVATE signalbox_options Boost::json fmt::fmt)
# In brackets: a relative include, so that clones share the compiler cache.
target_precompile_headers(signalbox_precompiled PRIVATE <cmake/pch/precompiled.h>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Lets ccache see through precompiled headers.
  target_compile_options(signalbox_options INTERFACE -fpch-preprocess)
endif()

add_library(signalbox_qt_options INTERFACE)
add_library(signalbox::qt_options ALIAS signalbox_qt_options)
target_compile_definitions(
  signalbox_qt_options
  INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
