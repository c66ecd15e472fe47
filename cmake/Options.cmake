# SPDX-License-Identifier: Apache-2.0
# Two interface targets that all of our code is built with: pith_options for
# compiling, pith_link_options for linking.
add_library(pith_options INTERFACE)
add_library(pith_link_options INTERFACE)
target_link_libraries(pith_options INTERFACE pith_link_options)
target_include_directories(pith_options INTERFACE
  ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
target_compile_options(pith_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
  -Wundef -Wvla -Wwrite-strings)
if(PITH_WERROR)
  target_compile_options(pith_options INTERFACE -Werror)
endif()

if(PITH_SANITIZE)
  target_compile_options(pith_options INTERFACE
    -fsanitize=${PITH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(pith_link_options INTERFACE -fsanitize=${PITH_SANITIZE})
endif()
if(PITH_FUZZ)
  target_compile_options(pith_options INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(pith_link_options INTERFACE -fsanitize=address,undefined)
endif()
if(PITH_COVERAGE)
  target_compile_options(pith_options INTERFACE --coverage -fprofile-update=atomic) # threads
  target_link_options(pith_link_options INTERFACE --coverage)
endif()
