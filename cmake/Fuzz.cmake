# SPDX-License-Identifier: Apache-2.0
# fuzz/<name>.c is the libFuzzer program build-fuzz/fuzz_<name>; scripts/fuzz
# runs it with fuzz/<name>.dict and the seeds in fuzz/seeds/<name>/.
if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "PITH_FUZZ needs clang: cmake --preset fuzz")
endif()
# The trees' comparisons tell a fuzzer nothing, and being told of them costs it nearly all its time.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/label/model.c PROPERTIES
  COMPILE_OPTIONS -fno-sanitize-coverage=trace-cmp)
file(GLOB PITH_FUZZERS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*.c)
foreach(source ${PITH_FUZZERS})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source})
  target_link_libraries(fuzz_${name} PRIVATE pith_static pith_options)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()
# Only what the targets need: the shared library and its install rules are not.
set_target_properties(pith_shared PROPERTIES EXCLUDE_FROM_ALL ON)
