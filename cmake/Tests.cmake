# SPDX-License-Identifier: Apache-2.0
# tests/<room>/test_<subject>.c   a cmocka program, the test <room>/test_<subject>
# tests/<room>/test_<subject>.py  run by python3, the test <room>/test_<subject>.py
# All get PITH (the built command), PITH_BUILD, PITH_SOURCE and PITH_DATA in their
# environment. A Python test that exits with 77 counts as skipped.
option(BUILD_TESTING "Build the tests" ON)
if(NOT BUILD_TESTING)
  return()
endif()
enable_testing()

get_filename_component(PITH_DATA_DEFAULT ${PROJECT_SOURCE_DIR}/../shared/data ABSOLUTE)
set(PITH_DATA ${PITH_DATA_DEFAULT} CACHE PATH "Folder with the data sets that some tests read")
if(DEFINED ENV{PITH_DATA})
  set_property(CACHE PITH_DATA PROPERTY VALUE $ENV{PITH_DATA})
endif()
set(PITH_INSTRUMENTED ${PITH_SANITIZE})
if(PITH_COVERAGE)
  set(PITH_INSTRUMENTED coverage)
endif()
set(PITH_TEST_ENVIRONMENT
  PITH=${PROJECT_BINARY_DIR}/pith
  PITH_BUILD=${PROJECT_BINARY_DIR}
  PITH_SOURCE=${PROJECT_SOURCE_DIR}
  PITH_DATA=${PITH_DATA}
  PITH_SANITIZE=${PITH_INSTRUMENTED}
  # The tests of memory that runs out want NULL, as malloc() would give it.
  ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1
  UBSAN_OPTIONS=print_stacktrace=1)

function(pith_add_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_BINARY_DIR})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "${PITH_TEST_ENVIRONMENT}" SKIP_RETURN_CODE 77 TIMEOUT 900)
endfunction()

# Programs that tests in Python feed with many cases at once, as build/tests/<name>.
foreach(source tests/html/trees.c tests/html/tokens.c tests/write/render.c)
  get_filename_component(name ${source} NAME_WE)
  add_executable(tests_${name} ${source})
  set_target_properties(tests_${name} PROPERTIES
    OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(tests_${name} PRIVATE pith_static pith_options)
endforeach()

find_library(CMOCKA cmocka)
if(CMOCKA)
  file(GLOB PITH_TESTS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*/test_*.c)
else()
  message(STATUS "cmocka not found: the tests in C are left out")
  set(PITH_TESTS "")
endif()
foreach(source ${PITH_TESTS})
  get_filename_component(name ${source} NAME_WE)
  get_filename_component(room ${source} DIRECTORY)
  get_filename_component(room ${room} NAME)
  add_executable(${room}_${name} ${source})
  set_target_properties(${room}_${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${room}_${name} PRIVATE
    pith_static pith_options Threads::Threads ${CMOCKA})
  pith_add_test(${room}/${name} ${room}_${name})
endforeach()

# tests/project looks at the sources and tests/packaging at what is installed:
# neither learns anything from a build with sanitizers or counters.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  file(GLOB PITH_TESTS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*/test_*.py)
else()
  message(STATUS "python3 not found: the tests in Python are left out")
  set(PITH_TESTS "")
endif()
if(PITH_INSTRUMENTED)
  list(FILTER PITH_TESTS EXCLUDE REGEX "/tests/(project|packaging)/")
endif()
foreach(source ${PITH_TESTS})
  get_filename_component(name ${source} NAME)
  get_filename_component(room ${source} DIRECTORY)
  get_filename_component(room ${room} NAME)
  pith_add_test(${room}/${name} ${Python3_EXECUTABLE} -B ${source})
endforeach()
