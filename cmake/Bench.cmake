# SPDX-License-Identifier: Apache-2.0
# The target `bench` builds each bench/<name>.c as build/bench/<name>. It is not
# part of `all`: benchmarks want other parsers to measure against.
# bench/Parsers.cmake, if it is there, says how those are found and linked.
file(GLOB PITH_BENCHES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.c)
add_custom_target(bench)
foreach(source ${PITH_BENCHES})
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} EXCLUDE_FROM_ALL ${source})
  set_target_properties(bench_${name} PROPERTIES
    OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bench)
  target_link_libraries(bench_${name} PRIVATE pith_static pith_options)
  add_dependencies(bench bench_${name})
endforeach()
include(bench/Parsers.cmake OPTIONAL)
